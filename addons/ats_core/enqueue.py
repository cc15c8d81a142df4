"""The one gate to background work."""


def ats_enqueue(record, method, *args, channel, key, **kwargs):
    """Run ``record.method(*args, **kwargs)`` in the background after commit.

    :param record: recordset the job runs on, with its user and company
    :param str method: name of the method, private ones included
    :param str channel: full channel name, for instance ``root.parse``
    :param str key: identity of the work; while a job of the same key waits, no second one is made
    :return: the queue job
    """
    delayable = record.with_delay(
        channel=channel,
        identity_key=f"ats:{key}",
        description=f"{record._name}.{method} {record.ids[:5]}",
        max_retries=5,
    )
    return getattr(delayable, method)(*args, **kwargs)
