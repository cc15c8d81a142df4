"""The one gate to background work."""

# Lower runs first: what a person waits for comes before a heap of files.
SOON, IN_BULK = 10, 20


def ats_enqueue(record, method, *args, channel, key, priority=SOON, eta=None, **kwargs):
    """Run ``record.method(*args, **kwargs)`` in the background after commit.

    :param record: recordset the job runs on, with its user and company
    :param str method: name of the method, private ones included
    :param str channel: full channel name, for instance ``root.parse``
    :param str key: identity of the work; while a job of the same key waits, no second one is made
    :param int priority: ``IN_BULK`` for one of hundreds of pieces, which lets everything else go first
    :param eta: not before this moment (``datetime``, UTC)
    :return: the queue job
    """
    delayable = record.with_delay(
        channel=channel,
        eta=eta,
        identity_key=f"ats:{key}",
        description=f"{record._name}.{method} {record.ids[:5]}",
        max_retries=5,
        priority=priority,
    )
    return getattr(delayable, method)(*args, **kwargs)
