"""Every kind of page, as axe and the browser's own console see it."""

from datetime import date, timedelta

import pytest

from .inspection import HEIGHT, PHONE, bring_axe, faults_of, listen

PASSWORD = "tenun-songket-biru"

IN_A_MONTH = date.today() + timedelta(days=30)
GIFTS = (
    f"jumlah=300&tanggal={IN_A_MONTH}&anggaran=100.010&per=buah&pilih-kain-batik-1=9"
)

PUBLIC = {
    "home": "/",
    "home in English": "/en/",
    "products": "/produk/",
    "products, filtered": "/produk/?q=kain&kriya=batik-tulis&page=2",
    "products, none": "/produk/?q=zzzz",
    "product": "/produk/selendang-pucuk-rebung/",
    "product without a photo": "/produk/kain-batik-0/",
    "label": "/label/{town.label.code}/",
    "label, withdrawn": "/label/{town.old_label.code}/",
    "label, to report": "/label/{town.label.code}/lapor/",
    "label, reported": "/label/{town.label.code}/lapor/terima-kasih/",
    "certificate": "/verifikasi/{town.certificate.code}/",
    "certificate, replaced": "/verifikasi/{town.replaced.code}/",
    "certificate, withdrawn": "/verifikasi/{town.withdrawn.code}/",
    "certificate, asked": "/verifikasi/",
    "certificate, asked wrongly": "/verifikasi/?kode=abc",
    "makers": "/perajin/",
    "makers, none": "/perajin/?q=zzzz",
    "maker": "/perajin/tenun-nadia/",
    "maker in English": "/en/perajin/tenun-nadia/",
    "search": "/cari/?q=kain",
    "search, none": "/cari/?q=zzzz",
    "crafts": "/kriya/",
    "craft": "/kriya/songket/",
    "motifs": "/motif/",
    "motifs, none": "/motif/?q=zzzz",
    "motif": "/motif/pucuk-rebung/",
    "centres": "/sentra/",
    "centre": "/sentra/sentra-tenun/",
    "outlets": "/galeri/",
    "outlet": "/galeri/galeri-kota/",
    "collections": "/koleksi/",
    "collection": "/koleksi/pilihan-kota/",
    "routes": "/rute/",
    "route": "/rute/sehari-menenun/",
    "map": "/wilayah/",
    "region": "/wilayah/36.74/",
    "region, empty": "/wilayah/13/",
    "trainings": "/pelatihan/",
    "trainings, filtered": "/pelatihan/?status=buka",
    "trainings, none": "/pelatihan/?q=zzzz",
    **{
        f"training, {state}": f"/pelatihan/pelatihan-{state}/"
        for state in ("buka", "sedikit", "tunggu", "belum", "tutup", "batal", "selesai")
    },
    "fair queue": "/pelatihan/antrean-adil/",
    "what comes of trainings": "/pelatihan/hasil/",
    "invitation to teach": "/undangan-mengajar/{town.invited.code}/",
    "an instructor's own page": "/mengajar/{town.teacher.code}/",
    "an instructor's days": "/mengajar/{town.teacher.code}/waktu/",
    "an instructor's skills": "/mengajar/{town.teacher.code}/keahlian/",
    "an instructor's profile": "/mengajar/{town.teacher.code}/profil/",
    "offer to accept": "{town.offer.accept_url}",
    "offer to decline": "{town.offer.decline_url}",
    "feedback": "/pelatihan/umpan-balik/{town.asked.code}/",
    "feedback, given": "/pelatihan/umpan-balik/{town.answered.code}/",
    "follow-up": "/pelatihan/kabar/{town.follow_up.code}/",
    "events": "/acara/",
    "events, none": "/acara/?q=zzzz",
    "event to come": "/acara/pameran-mendatang-0/",
    "event that was": "/acara/pameran-lalu/",
    "event called off": "/acara/pameran-batal/",
    "meeting": "/acara/raker-contoh/",
    "calendar, month": "/kalender/?tampilan=bulan",
    "calendar, list": "/kalender/?tampilan=daftar",
    "programs": "/program/",
    "programs, another year": "/program/?tahun=2019",
    "councils": "/dekranasda/",
    "council": "/dekranasda/{town.city.slug}/",
    "gifts": "/katalog-cenderamata/",
    "gifts, answered": f"/katalog-cenderamata/?{GIFTS}",
    "gifts, asked wrongly": "/katalog-cenderamata/?jumlah=banyak",
    "gifts, chosen": f"/katalog-cenderamata/pilihan/?{GIFTS}&pilih-kain-batik-2=x",
    "gifts, to ask": f"/katalog-cenderamata/tanya/?{GIFTS}",
    "to ask about a product": "/produk/selendang-pucuk-rebung/tanya/",
    "to ask a maker": "/perajin/tenun-nadia/tanya/",
    "asked": "/perajin/tenun-nadia/tanya/terkirim/",
    "taking turns": "/adil/",
    "helper's list": "/presensi/bantu/{town.link.code}/",
    "privacy": "/privasi/",
    "sign in": "/akun/login/",
    "sign up": "/akun/signup/",
    "forgotten password": "/akun/password/reset/",
}
MINE = {
    "my page": "/saya/",
    "profile": "/saya/profil/",
    "consents": "/saya/persetujuan/",
    "questions": "/saya/pertanyaan/",
    "figures": "/saya/angka/",
    "my products": "/saya/produk/",
    "my new product": "/saya/produk/baru/",
    "my product": "/saya/produk/{town.product.pk}/",
    "my product, a photo": "/saya/produk/{town.product.pk}/foto/{town.photo.pk}/",
    "my product, to forget a change": "/saya/produk/{town.product.pk}/batal/",
    "my new business": "/saya/usaha/baru/",
    "my business": "/saya/usaha/{town.business.pk}/",
    "to register": "/pelatihan/pelatihan-buka/daftar/",
    "to register, all taken": "/pelatihan/pelatihan-sedikit/daftar/",
    "to register, closed": "/pelatihan/pelatihan-tutup/daftar/",
    "seat": "/pelatihan/pendaftaran/{town.seat.pk}/",
    "place on the waiting list": "/pelatihan/pendaftaran/{town.place.pk}/",
    "registration given back": "/pelatihan/pendaftaran/{town.gone.pk}/",
    "registration with a certificate": "/pelatihan/pendaftaran/{town.earned.pk}/",
    "to complete a registration": "/pelatihan/pendaftaran/{town.seat.pk}/lengkapi/",
    "to give a seat back": "/pelatihan/pendaftaran/{town.seat.pk}/batal/",
    "at the door": "/presensi/hadir/{town.door.code}/",
    "my own button": "/presensi/saya/{town.seat.pk}/{town.lesson.pk}/",
    "training with my seat": "/pelatihan/pelatihan-sedikit/",
    "my journey": "/saya/perjalanan/",
    "seat offered": "/pelatihan/pendaftaran/{town.offered.pk}/",
    "nothing to teach": "/saya/mengajar/",
    "e-mail": "/akun/email/",
    "phone": "/akun/phone/change/",
    "password": "/akun/password/set/",
    "second factor": "/akun/2fa/",
    "sessions": "/akun/sessions/",
    "sign out": "/akun/logout/",
}
STAFF = {
    "home": "/admin/",
    "businesses": "/admin/artisans/business/",
    "businesses, none": "/admin/artisans/business/?q=zzzz",
    "business": "/admin/artisans/business/{town.business.pk}/change/",
    "business, history": "/admin/artisans/business/{town.business.pk}/history/",
    "new business": "/admin/artisans/business/add/",
    "products": "/admin/artisans/product/",
    "product": "/admin/artisans/product/{town.product.pk}/change/",
    "changes of products": "/admin/artisans/productrevision/",
    "change of a product": "/admin/artisans/productrevision/{town.revision.pk}/change/",
    "to delete a product": "/admin/artisans/product/{town.product.pk}/delete/",
    "labels": "/admin/artisans/techniquelabel/",
    "label": "/admin/artisans/techniquelabel/{town.label.pk}/change/",
    "new label": "/admin/artisans/techniquelabel/add/",
    "tags": "/admin/artisans/techniquelabel/tags/?label={town.label.pk}&each=2",
    "to withdraw a label": "/admin/artisans/techniquelabel/{town.label.pk}/withdraw/",
    "label reports": "/admin/artisans/labelreport/",
    "label report": "/admin/artisans/labelreport/{town.report.pk}/change/",
    "artisans": "/admin/artisans/artisan/",
    "trainings": "/admin/trainings/training/",
    "training": "/admin/trainings/training/{town.trainings[buka].pk}/change/",
    "new training": "/admin/trainings/training/add/",
    "papers of a training": (
        "/admin/trainings/training/{town.trainings[buka].pk}/dokumen/"
    ),
    "seat board": "/admin/trainings/trainingclass/{town.seat.training_class_id}/papan/",
    "words for a participant": (
        "/admin/trainings/trainingclass/{town.seat.training_class_id}"
        "/papan/{town.seat.pk}/pesan/"
    ),
    "group": "/admin/trainings/trainingclass/{town.seat.training_class_id}/kelompok/",
    "to hand in for a member": (
        "/admin/trainings/trainingclass/{town.seat.training_class_id}"
        "/lengkapi/{town.seat.artisan_id}/"
    ),
    "points of a class": "/admin/trainings/score/kelas/{town.certified.pk}/",
    "work": "/admin/trainings/score/karya/{town.earned.pk}/",
    "texts": "/admin/trainings/messagetext/",
    "what came of trainings": "/admin/hasil-pelatihan/",
    "classes": "/admin/trainings/trainingclass/",
    "class": "/admin/trainings/trainingclass/{town.seat.training_class_id}/change/",
    "certificates of a class": (
        "/admin/trainings/trainingclass/{town.certified.pk}/certificates/"
    ),
    "certificates": "/admin/trainings/certificate/",
    "certificate": "/admin/trainings/certificate/{town.certificate.pk}/change/",
    "signatories": "/admin/trainings/signatory/add/",
    "numbering": "/admin/trainings/numberpattern/add/",
    "job": "/admin/council/job/{town.job.pk}/change/",
    "competence": "/admin/artisans/competencecertificate/add/",
    "pick list": "/admin/trainings/engagement/pilih/{town.seat.training_class_id}/",
    "to ask an instructor": (
        "/admin/trainings/engagement/pilih/{town.seat.training_class_id}/{town.teacher.pk}/"
    ),
    "instructors": "/admin/trainings/instructor/",
    "instructor": "/admin/trainings/instructor/{town.teacher.pk}/change/",
    "what came of a class": "/admin/trainings/score/kelas/{town.certified.pk}/hasil/",
    "follow-ups": "/admin/trainings/followup/",
    "enrolments": "/admin/trainings/enrolment/",
    "enrolment": "/admin/trainings/enrolment/{town.seat.pk}/change/",
    "sessions": "/admin/trainings/session/",
    "list of a session": "/presensi/sesi/{town.lesson.pk}/",
    "all sessions": "/presensi/kelas/{town.seat.training_class_id}/",
    "code for the door": "/presensi/sesi/{town.lesson.pk}/pintu/",
    "list on paper": "/presensi/sesi/{town.lesson.pk}/kertas/",
    "signed rows": "/presensi/foto/{town.sheet_photo.pk}/",
    "links for helpers": "/presensi/kelas/{town.seat.training_class_id}/pembantu/",
    "without a seat": "/presensi/datang/{town.guest.pk}/",
    "to call a session off": "/presensi/sesi/{town.lesson.pk}/pelaksanaan/",
    "questions": "/admin/artisans/enquiry/",
    "interest": "/admin/angka/",
    "missing in English": "/admin/inggris/",
    "activities": "/admin/programs/activity/",
    "new activity": "/admin/programs/activity/add/",
    "programs": "/admin/programs/program/",
    "password": "/admin/password_change/",
}
ROOT = {
    "home": "/admin/",
    "users": "/admin/council/user/",
    "user": "/admin/council/user/{town.officer.pk}/change/",
    "regions": "/admin/council/region/",
    "units": "/admin/council/unit/",
    "messages": "/admin/council/message/",
    "to replace": "/admin/trainings/certificate/{town.certificate.pk}/replace/",
}


def press(page, button):
    """Press what opens another page, and wait for that page."""
    with page.expect_navigation():
        button.click()


def sent_empty(page, address, *, form="main form[method=post]"):
    """Open a form and send it as it stands, past the browser's own checks."""
    page.goto(address)
    form = page.locator(form).last
    form.evaluate("form => { form.noValidate = true }")
    press(page, form.locator("[type=submit], button:not([type])").last)


def signed_up(page):
    page.context.clear_cookies()
    page.goto("/akun/signup/")
    page.fill("[name=full_name]", "Wulan Contoh")
    page.fill("[name=phone]", "0811-0000-777")
    page.fill("[name=password1]", PASSWORD)
    press(page, page.get_by_role("button", name="Buat akun"))
    assert page.locator("[name=code]").count() == 1


def wrong_code(page):
    signed_up(page)
    page.fill("[name=code]", "0000-0000")
    press(page, page.get_by_role("button", name="Konfirmasi"))
    assert page.locator("[aria-invalid=true]").count()


def wrong_password(page):
    page.goto("/akun/login/")
    page.fill("[name=login]", "perajin")
    page.fill("[name=password]", "bukan-ini")
    press(page, page.locator("main form button").first)


def code_to_come_back(page):
    page.goto("/akun/password/reset/")
    page.fill("[name=email]", "0811-0000-111")
    press(page, page.locator("main form button").first)
    assert page.locator("[name=code]").count() == 1


def villages(words):
    def searched(page):
        page.goto("/saya/profil/")
        page.fill("[name=village_search]", words)
        press(page, page.get_by_role("button", name="Cari", exact=True))

    return searched


def second_factor(page):
    page.goto("/akun/2fa/totp/activate/")
    page.fill("[name=password]", PASSWORD)
    press(page, page.locator("main form button").first)
    assert page.locator("main [name=code]").count() == 1


def open_menu(page):
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    page.goto("/")
    page.locator("details.menu summary").click()


def reason_asked(page):
    page.goto("/admin/trainings/enrolment/")
    page.locator("input[name=_selected_action]").first.check()
    page.select_option("select[name=action]", value="cancel")
    press(page, page.locator(".actions button"))
    assert page.locator("[name=reason]").count() == 1


def another_row(page):
    page.goto("/admin/trainings/training/add/")
    for row in page.locator(".add-row a").all():
        row.click()


STEPS = {
    ("visitor", "menu"): open_menu,
    ("visitor", "sign up, refused"): lambda page: sent_empty(page, "/akun/signup/"),
    ("visitor", "sign in, refused"): wrong_password,
    ("visitor", "reset, refused"): lambda page: sent_empty(
        page, "/akun/password/reset/"
    ),
    ("visitor", "code of a new account"): signed_up,
    ("visitor", "code of a new account, refused"): wrong_code,
    ("visitor", "code to come back"): code_to_come_back,
    ("visitor", "sign-in before the admin"): lambda page: page.goto("/admin/"),
    ("visitor", "nothing there"): lambda page: page.goto("/tidak-ada/"),
    ("newcomer", "my page"): lambda page: page.goto("/saya/"),
    ("newcomer", "to register"): lambda page: page.goto(
        "/pelatihan/pelatihan-buka/daftar/"
    ),
    ("newcomer", "profile, refused"): lambda page: sent_empty(page, "/saya/profil/"),
    ("newcomer", "villages found"): villages("Sarua"),
    ("newcomer", "no village found"): villages("zzzz"),
    ("artisan", "my new product, refused"): lambda page: sent_empty(
        page, "/saya/produk/baru/"
    ),
    ("artisan", "no class chosen"): lambda page: sent_empty(
        page, "/pelatihan/pelatihan-buka/daftar/"
    ),
    ("artisan", "password asked again"): lambda page: page.goto(
        "/akun/2fa/totp/activate/"
    ),
    ("artisan", "second factor"): second_factor,
    ("officer", "new training, refused"): lambda page: sent_empty(
        page, "/admin/trainings/training/add/", form="#training_form"
    ),
    ("officer", "new business, refused"): lambda page: sent_empty(
        page, "/admin/artisans/business/add/", form="#business_form"
    ),
    ("officer", "new training, rows added"): another_row,
    ("officer", "asked for a reason"): reason_asked,
}
ALL = {
    f"{who}: {name}": (who, address)
    for who, pages in {
        "visitor": PUBLIC,
        "artisan": MINE,
        "officer": STAFF,
        "admin": ROOT,
    }.items()
    for name, address in pages.items()
}
# What the browser says of a page that answers 404, as it should.
EXPECTED = "Failed to load resource: the server responded with a status of 404"


@pytest.fixture(scope="module")
def windows(town, window):
    """One window for each kind of person."""
    town.artisan.set_password(PASSWORD)
    town.artisan.save(update_fields=["password"])
    people = {"visitor": None, "artisan": town.artisan, "newcomer": town.newcomer}
    people |= {"officer": town.officer, "admin": town.admin}
    opened = {who: window(user) for who, user in people.items()}
    for page in opened.values():
        bring_axe(page.context)
    return opened


@pytest.mark.parametrize(("who", "address"), ALL.values(), ids=ALL)
def test_page_is_open_to_everyone(windows, town, who, address):
    page = windows[who]
    heard = listen(page)

    answer = page.goto(address.format(town=town))

    assert answer.status == 200
    assert [*heard, *faults_of(page)] == []


@pytest.mark.parametrize(("who", "name"), STEPS, ids=lambda part: part)
def test_state_is_open_to_everyone(windows, who, name):
    page = windows[who]
    heard = listen(page)

    STEPS[who, name](page)

    heard = [line for line in heard if not line.startswith(EXPECTED)]
    assert [*heard, *faults_of(page)] == []
