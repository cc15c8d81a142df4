"""What the demo recruiter keeps: searches, and people who may be one."""

SEARCHES = [
    ("Python and French", "skill:python AND skill:french", True, True),
    ("Welders", "skill:weld* OR title:welder", True, False),
    ("Sales, not junior", "(sales OR crm) NOT junior rating:>=1", False, False),
]


def make_searches(house):
    """Make the saved searches of the recruiter and list possible duplicates, as the night would."""
    env = house.env
    env["ats.search.entry"]._refresh(env["ats.candidate"].search([]))
    env["ats.search"].with_user(house.users["recruiter"]).create(
        [
            {"name": name, "query": query, "is_shared": is_shared, "is_alert": is_alert}
            for name, query, is_shared, is_alert in SEARCHES
        ]
    )
    env["ats.duplicate"]._cron_find()
