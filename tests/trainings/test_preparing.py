"""What a training asks, on the pages of artisans and officers."""

from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from openpyxl import load_workbook

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from programs.models import Activity
from tests.factories import (
    create_artisan,
    create_business,
    create_class,
    create_question,
    create_requirement,
    create_rule,
    create_staff,
    create_training,
    create_unit,
    create_user,
)
from tests.forms import form_data
from trainings.deciding import go_ahead
from trainings.enrolment import (
    EnrolmentRefused,
    accept_offer,
    cancel,
    cancel_class,
    enrol,
    offer,
)
from trainings.models import Answer, Enrolment, Exemption, Requirement, TrainingClass

pytestmark = pytest.mark.django_db
Kind = Requirement.Kind
LINK = "https://rapat.example/rahasia"


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def nadia(visit):
    user = create_user(username="nadia")
    browser = visit(user)
    browser.artisan = create_artisan(user=user, full_name="Nadia Contoh")
    return browser


def pdf(name="ktp.pdf", content=b"%PDF-1.4\n%%EOF"):
    return SimpleUploadedFile(name, content, "application/pdf")


def address(training_class, name="enrol"):
    return reverse(f"trainings:{name}", args=[training_class.training.slug])


def text_of(response):
    return " ".join(response.content.decode().split())


def opened(browser, training_class):
    """The enrol page of a class, and what a browser would send from it."""
    page = browser.get(address(training_class), {"kelas": training_class.pk})
    data = form_data(page.content.decode())
    return page, {**data, "training_class": training_class.pk}


# Two taps


def test_two_taps_are_enough_when_all_is_known(nadia):
    group = create_class()
    create_requirement(Kind.BUSINESS, training_class=group)
    create_business(owner=nadia.artisan)

    page, data = opened(nadia, group)
    assert "Already in order" in text_of(page)
    assert "Still needed" not in text_of(page)
    nadia.post(address(group), data)

    assert Enrolment.objects.get().is_confirmed


def test_the_form_asks_for_what_is_not_known_and_keeps_it(nadia):
    group = create_class()
    age = create_requirement(Kind.AGE, training_class=group, youngest=18)
    nib = create_requirement(Kind.NIB, training_class=group)
    paper = create_requirement(Kind.DOCUMENT, training_class=group, text="KTP")
    yes = create_requirement(Kind.DECLARATION, training_class=group, text="Saya hadir")
    size = create_question(training_class=group, kind="pilihan", choices="S\nM")
    number = create_question("Berapa alat?", training_class=group, kind="angka")

    page, data = opened(nadia, group)
    assert 'enctype="multipart/form-data"' in text_of(page)
    answered = {
        f"r{age.pk}": "1990-05-01",
        f"r{nib.pk}": "1234567890123",
        f"r{paper.pk}": pdf(),
        f"r{yes.pk}": "on",
        f"q{size.pk}": "M",
        f"q{number.pk}": "0",
    }
    response = nadia.post(address(group), {**data, **answered})

    seat = Enrolment.objects.get()
    assert response.url == seat.get_absolute_url()
    nadia.artisan.person.refresh_from_db()
    assert nadia.artisan.person.birth_on.isoformat() == "1990-05-01"
    texts = list(Answer.objects.order_by("pk").values_list("text", flat=True))
    assert texts == ["1234567890123", "ktp.pdf", "Yes", "M", "0"]
    mine = text_of(nadia.get(seat.get_absolute_url()))
    assert "What you handed in" in mine
    assert "ktp.pdf" in mine


def test_on_an_error_typed_words_and_the_file_are_kept(nadia):
    group = create_class()
    paper = create_requirement(Kind.DOCUMENT, training_class=group, text="KTP")
    create_requirement(Kind.DECLARATION, training_class=group, text="Saya hadir")
    note = create_question("Catatan?", training_class=group)
    _page, data = opened(nadia, group)

    typed = {f"r{paper.pk}": pdf(), f"q{note.pk}": "Bawa bayi"}
    page = nadia.post(address(group), {**data, **typed})

    assert "Tick this to go on." in text_of(page)
    assert "KTP: ktp.pdf" in text_of(page)
    assert f'name="r{paper.pk}"' not in text_of(page)
    assert form_data(page.content.decode())[f"q{note.pk}"] == "Bawa bayi"
    assert not Enrolment.objects.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html>", "not a PDF, JPEG or PNG"),
        (b"%PDF-1.4 /JavaScript %%EOF", "has a password, a program"),
        (b"%PDF-1.4" + b"x" * 5 * 1024 * 1024 + b"%%EOF", "larger than 5 MB"),
    ],
    ids=["html", "program", "large"],
)
def test_a_bad_file_is_refused_beside_its_field(nadia, content, said):
    group = create_class()
    paper = create_requirement(Kind.DOCUMENT, training_class=group, text="KTP")
    _page, data = opened(nadia, group)

    page = nadia.post(address(group), {**data, f"r{paper.pk}": pdf(content=content)})

    assert said in text_of(page)
    assert not Answer.objects.exists()


@pytest.mark.once
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2015-05-01", "This class is for: At least 18 years old"),
        ("2999-01-01", "This day has not come yet"),
        ("kemarin", "Enter a valid date"),
        ("0001-01-01", "between 1900 and 2100"),
    ],
)
def test_a_wrong_birthday_is_not_kept(nadia, typed, said):
    group = create_class()
    age = create_requirement(Kind.AGE, training_class=group, youngest=18)
    _page, data = opened(nadia, group)

    page = nadia.post(address(group), {**data, f"r{age.pk}": typed})

    assert said in text_of(page)
    nadia.artisan.person.refresh_from_db()
    assert nadia.artisan.person.birth_on is None


def test_who_cannot_join_reads_why_and_hands_in_nothing(nadia):
    group = create_class()
    create_requirement(Kind.BUSINESS, training_class=group)
    question = create_question(training_class=group)

    page, data = opened(nadia, group)
    assert "You cannot join this class" in text_of(page)
    assert "owners of a craft business" in text_of(page)
    nadia.post(address(group), {**data, "asked": group.pk, f"q{question.pk}": "M"})

    assert not Enrolment.objects.exists()
    assert not Answer.objects.exists()


def test_a_class_chosen_on_the_page_asks_its_own_questions(nadia):
    training = create_training()
    morning, noon = create_class(training=training), create_class(training=training)
    create_question("Pagi?", training_class=morning, for_all=False)
    question = create_question("Siang?", training_class=noon, for_all=False)
    _page, data = opened(nadia, morning)

    page = nadia.post(address(noon), {**data, "training_class": noon.pk})
    assert "Siang?" in text_of(page)
    assert "Please check your answers" not in text_of(page)

    data = form_data(page.content.decode())
    nadia.post(address(noon), {**data, f"q{question.pk}": "Ya"})
    assert Enrolment.objects.get().training_class == noon


@pytest.mark.parametrize("field", ["q", "r", "training_class", "asked"])
def test_no_odd_input_breaks_the_form(nadia, field):
    group = create_class()
    question = create_question(training_class=group, kind="pilihan", choices="S\nM")
    _page, data = opened(nadia, group)
    name = f"q{question.pk}" if field == "q" else field

    page = nadia.post(address(group), {**data, name: "𝕏' OR 1=1"})

    assert page.status_code == 200


# The training's page


def test_the_page_tells_what_is_asked_and_who_pays(client):
    training = create_training(fund_source=Activity.FundSource.TOBACCO)
    group = create_class(training=training, syllabus="Menyungkit", lesson_hours=24)
    create_requirement(Kind.BUSINESS, training_class=group, for_all=True)
    create_requirement(Kind.NIB, training_class=group)
    create_rule(kbli_2020="131", kbli_2025="131", basis="PMK 215/2021")

    page = text_of(client.get(address(group, "detail")))

    for words in [
        "Owns a craft business",
        "Only for this class",
        "Has a business number (NIB)",
        "Paid from: tobacco excise share (DBHCHT)",
        "PMK 215/2021",
        "Menyungkit",
        "24 JP of 45 minutes",
    ]:
        assert words in page, words


def test_an_online_class_shows_its_link_to_participants_alone(nadia, client):
    group = create_class(
        mode="daring", meeting_link=LINK, meeting_note="Kode 12", quota=1
    )
    waiting = create_artisan(user=create_user())
    seat = enrol(nadia.artisan, group, request_key="a")
    place = enrol(waiting, group, request_key="b")

    detail = text_of(client.get(address(group, "detail")))
    assert "Participants find the link" in detail
    mine = text_of(nadia.get(seat.get_absolute_url()))
    assert LINK in mine
    assert "Kode 12" in mine
    for page in [
        client.get(address(group, "detail")),
        nadia.get(address(group, "detail")),
        nadia.get(address(group)),
        client.get(reverse("trainings:list")),
        client.get(reverse("calendar_ics")),
        client.get(reverse("feed", args=["pelatihan"])),
    ]:
        assert LINK not in page.content.decode()
    nadia.force_login(waiting.person.user, "council.sign_in.NameBackend")
    assert LINK not in text_of(nadia.get(place.get_absolute_url()))


def test_a_class_on_site_may_have_its_own_venue(nadia):
    training = create_training(venue="Aula", address="Jalan Satu")
    own = create_class(training=training, venue="Balai", address="Jalan Dua")
    plain = create_class(training=training)

    assert (own.where, own.where_exactly) == ("Balai", "Jalan Dua")
    assert (plain.where, plain.where_exactly) == ("Aula", "Jalan Satu")
    online = create_class(training=training, mode="daring", address="Jalan Tiga")
    assert (plain.whole_where, online.whole_where) == ("Aula, Jalan Satu", "Online")


# Go or no-go


def deciding(*, taken=0, **fields):
    group = create_class(
        minimum=2, decide_at=timezone.now() + timedelta(hours=1), **fields
    )
    for number in range(taken):
        enrol(create_artisan(), group, request_key=f"k{number}")
    return TrainingClass.objects.get(pk=group.pk)


def test_everybody_reads_whether_a_class_takes_place(client):
    group = deciding(taken=1)
    assert "If ≥ 2 by" in (page := text_of(client.get(address(group, "detail"))))
    assert "now 1" in page

    enrol(create_artisan(), group, request_key="x")

    assert "For sure" in text_of(client.get(address(group, "detail")))


def test_the_moment_to_decide_comes_at_its_second():
    group = deciding(taken=1)
    classes = TrainingClass.objects.filter(pk=group.pk)

    for early, is_due in [(timedelta(seconds=1), False), (timedelta(0), True)]:
        now = group.decide_at - early
        with time_machine.travel(now, tick=False):
            assert group.is_to_decide is is_due
            assert classes.to_decide(now).exists() is is_due


def test_a_seat_only_offered_does_not_count_for_the_minimum():
    group = deciding(taken=2, quota=2)
    waiting = enrol(create_artisan(), group, request_key="w")
    cancel(group.enrolments.first(), by=create_staff(), fill=False)
    offer(waiting, create_staff())
    later = group.decide_at + timedelta(minutes=1)

    with time_machine.travel(later, tick=False):
        assert not TrainingClass.objects.get().is_going
        assert TrainingClass.objects.to_decide(later).get().is_to_decide
        accept_offer(waiting.offers.get())
        assert TrainingClass.objects.get().is_going
        assert not TrainingClass.objects.to_decide(later).exists()


@pytest.mark.parametrize("ended", ["filled", "went ahead", "cancelled", "draft"])
def test_nothing_is_left_to_decide_once_it_is_settled(ended):
    group = deciding(taken=1)
    if ended == "filled":
        enrol(create_artisan(), group, request_key="x")
    if ended == "went ahead":
        go_ahead(group)
    if ended == "cancelled":
        cancel_class(group)
    if ended == "draft":
        group.training.published_at = None
        group.training.save()
    later = group.decide_at + timedelta(minutes=1)

    with time_machine.travel(later, tick=False):
        assert not TrainingClass.objects.to_decide(later).exists()
        assert not TrainingClass.objects.get().is_to_decide


def test_an_officer_is_reminded_and_decides(visit):
    group = deciding(taken=1)
    browser = visit(create_staff(unit=group.training.unit))
    listed = reverse("admin:trainings_trainingclass_changelist")

    with time_machine.travel(group.decide_at + timedelta(minutes=1)):
        home = text_of(browser.get(reverse("admin:index")))
        assert "classes below their minimum: go or no-go" in home
        found = browser.get(listed, {"go": "decide"})
        assert list(found.context["cl"].queryset) == [group]
        page = reverse("admin:trainings_trainingclass_change", args=[group.pk])
        assert "Go ahead below the minimum" in text_of(browser.get(page))
        data = {"action": "go_ahead", "_selected_action": [group.pk]}
        answer = browser.post(listed, data, follow=True)

        assert "1 class goes ahead." in text_of(answer)
        assert TrainingClass.objects.get().went_ahead_at
        assert not browser.get(listed, {"go": "decide"}).context["cl"].queryset


def test_a_class_called_off_does_not_go_ahead():
    group = deciding()
    cancel_class(group)

    with pytest.raises(EnrolmentRefused, match="cancelled"):
        go_ahead(group)


def test_a_form_opened_before_does_not_take_the_word_back():
    group = deciding()
    old = TrainingClass.objects.get()
    go_ahead(group)

    old.name = "Kelas Baru"
    old.save()

    assert TrainingClass.objects.get().went_ahead_at


# Beside the enrolment


@pytest.fixture
def answered(visit):
    """A seat of somebody who answered and uploaded, and the officer's browser."""
    group = create_class()
    artisan = create_artisan(full_name="Nadia Contoh", user=create_user())
    paper = create_requirement(Kind.DOCUMENT, training_class=group, text="KTP")
    question = create_question(training_class=group)
    from trainings.requirements import hand_in

    hand_in(group, artisan, [(paper, pdf()), (question, "=M")])
    seat = enrol(artisan, group, request_key="a")
    return seat, visit(create_staff(role="Petugas pelatihan"))


def change(seat):
    return reverse("admin:trainings_enrolment_change", args=[seat.pk])


def test_staff_read_answers_and_open_files(answered, visit):
    seat, browser = answered
    file = Answer.objects.exclude(document=None).get()
    link = reverse("admin:trainings_enrolment_file", args=[seat.pk, file.pk])

    page = text_of(browser.get(change(seat)))
    assert "Ukuran baju?" in page
    assert link in page
    opened = browser.get(link)
    assert b"".join(opened.streaming_content) == b"%PDF-1.4\n%%EOF"
    assert "attachment" in opened["Content-Disposition"]

    observer = visit(create_staff(role="Pengamat"))
    assert "Ukuran baju?" not in text_of(observer.get(change(seat)))
    assert observer.get(link).status_code == 403
    neighbour = visit(create_staff(unit=create_unit(code="13.71")))
    assert neighbour.get(link).status_code == 404


def test_the_export_has_a_column_for_each_answer(answered, visit):
    seat, browser = answered

    def exported(who):
        data = {"action": "export_list", "_selected_action": [seat.pk]}
        file = who.post(reverse("admin:trainings_enrolment_changelist"), data)
        rows = load_workbook(BytesIO(file.content)).worksheets[0].iter_rows()
        head, row = [[cell.value for cell in line] for line in rows]
        return dict(zip(head, row, strict=True))

    row = exported(browser)
    assert (row["KTP"], row["Ukuran baju?"]) == ("ktp.pdf", "=M")
    observer = visit(create_staff(role="Pengamat"))
    assert "KTP" not in exported(observer)


def test_an_officer_needs_a_reason_where_something_is_lacking(visit):
    group, artisan = create_class(), create_artisan()
    create_requirement(Kind.BUSINESS, training_class=group)
    browser = visit(create_staff(role="Petugas pelatihan"))
    add = reverse("admin:trainings_enrolment_add")
    data = {"training_class": group.pk, "artisan": artisan.pk, "request_key": "k"}

    refused = text_of(browser.post(add, data))
    assert "owners of a craft business" in refused
    assert "To register anyway, write the reason below." in refused
    browser.post(add, {**data, "in_spite": "Usaha sedang diurus"})

    seat = Enrolment.objects.get()
    assert Exemption.objects.get().reason == "Usaha sedang diurus"
    assert "Usaha sedang diurus" in text_of(browser.get(change(seat)))


def test_a_refused_registration_keeps_no_exemption(visit):
    """A full stop at the door takes the reason back with it."""
    group, artisan = create_class(), create_artisan()
    create_requirement(Kind.BUSINESS, training_class=group)
    browser = visit(create_staff(role="Petugas pelatihan"))
    cancel_class(group)
    data = {"training_class": group.pk, "artisan": artisan.pk, "request_key": "k"}

    browser.post(
        reverse("admin:trainings_enrolment_add"), {**data, "in_spite": "Sebab"}
    )

    assert not Exemption.objects.exists()


def test_staff_filter_enrolments_by_who_may_be_paid_for(visit):
    training = create_training(fund_source=Activity.FundSource.TOBACCO)
    group = create_class(training=training)
    seats = {name: create_artisan(full_name=name) for name in ("Siap", "Belum")}
    for name, artisan in seats.items():
        seats[name] = enrol(artisan, group, request_key=name)
    create_business(owner=seats["Siap"].artisan, nib="1234567890123")
    rule = create_rule(is_nib_needed=True)
    browser = visit(create_staff())
    listed = reverse("admin:trainings_enrolment_changelist")

    def found(chosen):
        return list(browser.get(listed, {"funds": chosen}).context["cl"].queryset)

    assert found(f"{rule.pk}") == [seats["Siap"]]
    assert found(f"{rule.pk}-") == [seats["Belum"]]
    assert len(found("abc")) == 2
    page = reverse("admin:trainings_trainingclass_change", args=[group.pk])
    assert "Lacks: NIB" in text_of(browser.get(page))


def test_requirements_and_questions_are_written_beside_the_training(visit):
    group = create_class()
    browser = visit(create_staff(role="Petugas pelatihan"))
    page = reverse("admin:trainings_trainingclass_change", args=[group.pk])
    data = form_data(browser.get(page).content.decode())
    added = {
        "requirements_asked-TOTAL_FORMS": 1,
        "requirements_asked-0-kind": "usaha",
        "requirements_asked-0-order": 0,
        "questions_asked-TOTAL_FORMS": 1,
        "questions_asked-0-text": "Ukuran?",
        "questions_asked-0-kind": "pilihan",
        "questions_asked-0-order": 0,
    }

    wrong = browser.post(page, {**data, **added})
    assert "Write at least two answers." in text_of(wrong)
    browser.post(page, {**data, **added, "questions_asked-0-choices": "S\nM"})

    assert group.requirements_asked.get().training == group.training
    assert group.questions_asked.get().options == ["S", "M"]


def test_the_minimum_fits_the_quota(visit):
    group = create_class(quota=10)
    browser = visit(create_staff())
    page = reverse("admin:trainings_trainingclass_change", args=[group.pk])
    data = form_data(browser.get(page).content.decode())

    wrong = browser.post(page, {**data, "minimum": 11})
    assert "The minimum, 11, is above the quota." in text_of(wrong)
    browser.post(page, {**data, "minimum": 11, "quota": 12})

    group.refresh_from_db()
    assert (group.minimum, group.quota) == (11, 12)
