from ats_apply_form import collect_answers


def collect(**params):
    return collect_answers(params, lambda upload: ("file", upload))


def test_texts_choices_and_files_by_question():
    params = {"answer_1": "a", "answer_2_7": "1", "answer_2_8": "1", "answer_3": b"x", "name": "Ana"}
    assert collect(**params) == ({1: "a", 2: ["7", "8"], 3: ("file", b"x")}, False)


def test_malformed_names_are_told():
    for name in ("answer_", "answer_x", "answer_1_x", "answer_0", "answer_1_2_3", "answer_12345678901", "answer_-1"):
        assert collect(**{name: "x"}) == ({}, True)


def test_a_question_is_either_text_or_ticks():
    raw, strange = collect(answer_1="a", answer_1_2="1")
    assert strange and raw == {1: "a"}


def test_a_flood_of_fields_is_cut():
    raw, strange = collect(**{f"answer_{number}": "x" for number in range(1, 1000)})
    assert strange and len(raw) == 400
