from extractors.files.mail.quoted_mail import Said, part_quotes


def test_a_text_without_quotations_is_all_its_writers() -> None:
    assert part_quotes("The mill is open.", "Ida Lund") == [Said("The mill is open.", "Ida Lund")]


def test_an_attribution_may_run_over_two_lines() -> None:
    text = "Yes.\n\nOn 8 March 2004 at 18:01,\nJon Berg <jon@paper.example> wrote:\n> Is it open?\n"
    own, quoted = part_quotes(text)
    assert own.text == "Yes."
    assert quoted == Said("Is it open?", "Jon Berg", "2004-03-08")


def test_answers_between_quotations_are_the_writers() -> None:
    text = "Jon Berg wrote:\n> Is it open?\nYes.\n> Since when?\nSince Monday."
    own, first, second = part_quotes(text)
    assert own.text == "Yes.\nSince Monday."
    assert (first.name, first.text) == ("Jon Berg", "Is it open?")
    assert (second.name, second.text) == ("", "Since when?")


def test_fields_below_a_line_name_the_writer_of_what_follows() -> None:
    text = (
        "See below.\n\n-----Original Message-----\nFrom: Jon Berg [mailto:jon@paper.example]\n"
        "Sent: 8 March 2004 18:01\nTo: Ida Lund\nSubject: The mill\n\nIs it open?\n"
    )
    own, quoted = part_quotes(text)
    assert own.text == "See below."
    assert quoted == Said("\nIs it open?".strip(), "Jon Berg", "2004-03-08", "The mill")


def test_the_writer_of_a_quotation_in_a_quotation_is_told_apart() -> None:
    text = "Jon Berg wrote:\n> No.\n> Ida Lund wrote:\n>> Is it shut?\n"
    assert [(said.name, said.text) for said in part_quotes(text)] == [
        ("", ""), ("Jon Berg", "No."), ("Ida Lund", "Is it shut?"),
    ]  # fmt: skip


def test_a_sentence_that_ends_in_wrote_keeps_its_words_before_no_quotation() -> None:
    assert part_quotes("This is what she wrote:\nnothing.")[0].text.startswith("This is what")
