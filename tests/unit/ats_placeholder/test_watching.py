from ats_placeholder import path_of, watch_html, watch_line


def test_a_line():
    text, found = watch_line("Hello {{ object.partner_name }}, {{ object.job_id.name ||| our job }}")
    assert text == "Hello {{ ats_watch(object, 0, (object.partner_name)) }}, {{ object.job_id.name ||| our job }}"
    assert [one.expression for one in found] == ["object.partner_name"]


def test_a_body():
    text, found = watch_html("<p>Dear <t t-out=\"object.partner_name or ''\">Ana</t>,</p>", first=2)
    assert "ats_watch(object, 2, (object.partner_name or ''))" in text
    assert [one.expression for one in found] == ["object.partner_name or ''"]


def test_words_inside_a_plain_path_are_what_stands_there_without_a_value():
    assert watch_html('<p><t t-out="object.partner_name">friend</t></p>')[1] == []
    assert len(watch_html('<p><t t-out="object.partner_name"></t></p>')[1]) == 1


def test_braces_in_a_body_work_too():
    text, found = watch_html("<p>Dear {{&nbsp;object.partner_name }} &amp; co</p>")
    assert found[0].expression == "object.partner_name"
    assert "{{" not in text
    assert "&amp; co" in text


def test_conditions_and_links_are_left_alone():
    text, found = watch_html('<p t-if="object.x" t-out="object.x"/><a t-att-href="object.url()">x</a>')
    assert [one.expression for one in found] == ["object.x"]
    assert 't-att-href="object.url()"' in text


def test_no_text():
    assert watch_html("") == ("", [])
    assert watch_line(None) == ("", [])


def test_paths():
    assert path_of("object.job_id.name or ''") == ["job_id", "name"]
    assert path_of("object.get_url()") == []
    assert path_of("ctx.get('x')") == []
