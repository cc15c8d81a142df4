"""schema.org JobPosting by Google's rules (developers.google.com, structured data, job posting)."""

import json

from .texts import legal, simple_html

UNITS = {"hour": "HOUR", "day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}


def job_posting(posting):
    """Return the JobPosting of ``posting`` as a dict; what is not known is left out."""
    data = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": legal(posting.title),
        "description": simple_html(posting.description),
        "identifier": {"@type": "PropertyValue", "name": posting.company, "value": posting.requisition},
        "datePosted": posting.posted.isoformat(),
        "validThrough": f"{posting.closes.isoformat()}T23:59:59Z" if posting.closes else None,
        "employmentType": posting.employment_type,
        "hiringOrganization": _organization(posting),
        "jobLocation": _locations(posting),
        "baseSalary": _salary(posting.pay),
        "directApply": bool(posting.apply_url),
        "url": posting.url,
        "inLanguage": posting.language,
        **_remote(posting),
    }
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}


def script_text(data):
    """Return JSON that cannot leave the script element it is put into."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=False)
    replaced = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
    for character, escape in replaced.items():
        text = text.replace(character, escape)
    return text


def _organization(posting):
    organization = {
        "@type": "Organization",
        "name": posting.company,
        "sameAs": posting.company_url,
        "logo": posting.logo_url,
    }
    return {name: value for name, value in organization.items() if value}


def _locations(posting):
    found = [_location(place) for place in posting.places if place.country]
    return found[0] if len(found) == 1 else found


def _location(place):
    address = {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "addressLocality": place.city,
        "addressRegion": place.region,
        "postalCode": place.postal_code,
        "addressCountry": place.country,
    }
    return {"@type": "Place", "address": {name: value for name, value in address.items() if value}}


def _remote(posting):
    """Only work that is all remote may say so, and it names the countries people may live in."""
    countries = list(dict.fromkeys(place.country for place in posting.places if place.country))
    if not posting.is_remote or not countries:
        return {}
    named = [{"@type": "Country", "name": country} for country in countries]
    return {
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": named[0] if len(named) == 1 else named,
    }


def _salary(pay):
    if not pay or not (pay.minimum or pay.maximum):
        return None
    value = {"@type": "QuantitativeValue", "unitText": UNITS[pay.period]}
    if pay.minimum and pay.maximum and pay.minimum != pay.maximum:
        value |= {"minValue": pay.minimum, "maxValue": pay.maximum}
    elif pay.minimum and not pay.maximum:
        value |= {"minValue": pay.minimum}
    else:
        value |= {"value": pay.maximum}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}
