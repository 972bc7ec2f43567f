"""The invented texts in English; some stay in Indonesian, as they will in real life."""

from artisans.models import Business
from council.languages import lacks
from council.models import Unit
from programs.models import Program
from trainings.models import Training

QUOTES = {
    "Kalau dikerjakan tergesa, hasilnya ikut gelisah.": "Work done in a hurry comes out restless.",
    "Tangan boleh lelah, mata tetap harus rapi.": "The hands may tire; the eye must stay tidy.",
    "Saya ingin anak-anak tahu motif ini punya nama.": "I want the children to know that this pattern has a name.",
    "Yang halus itu yang sabar.": "What is fine was made with patience.",
    "Pembeli kembali bukan karena murah, tetapi karena awet.": "Buyers come back because it lasts, not because it is cheap.",
    "Setiap helai saya ingat siapa yang mengerjakannya.": "Of every cloth I remember whose hands it came from.",
    "Bahan sisa pun punya cerita kalau kita mau dengar.": "Leftovers have a story too, if we care to listen.",
    "Dulu hobi, sekarang dapur ikut mengepul.": "It was a hobby once; now it keeps the kitchen warm.",
    "Belajar dari nenek, lalu mengajar tetangga.": "I learnt it from my grandmother and teach it to my neighbours.",
}
VISITING = {
    "Senin-Sabtu 09.00-16.00, dengan janji": "Monday to Saturday 9 am to 4 pm, by appointment",
    "Setiap hari 10.00-17.00": "Every day 10 am to 5 pm",
}
SUMMARIES = {
    "Mencetak daun pekarangan menjadi kain dan tas.": "Printing leaves from the garden on cloth and bags.",
    "Cahaya jendela, latar polos, dan foto yang membuat orang berhenti.": "Light from the window, a plain ground, and a photo that makes people stop.",
    "Dua hari membuat hiasan dinding dan gantungan pot.": "Two days of wall hangings and plant hangers.",
    "Dari memilih benang sampai merapikan sisi dalam.": "From choosing the thread to a tidy inner side.",
    "Menempelkan benang emas di atas beludru, cara Padang dan Pariaman.": "Laying gold thread on velvet, as in Padang and Pariaman.",
    "Tas dan kotak dari mansiang yang dikeringkan.": "Bags and boxes of dried mansiang reed.",
    "Kemasan yang melindungi dan bercerita.": "Packaging that protects and tells the story.",
}
GOALS = {
    "Perajin mampu membuat dan menjual karyanya sendiri.": "Artisans can make and sell work of their own.",
}
AUDIENCES = {"Perajin dan calon perajin": "Artisans, and those who want to become one"}
PROGRAMS = {
    "Pelatihan bordir dan sulaman 2026": "Trainings in embroidery 2026",
    "Produk lokal untuk setiap acara kota": "Local products at every event of the city",
    "Kerang Tanjungbalai naik kelas": "Tanjungbalai shell craft moves up",
    "Fasilitasi merek 20 perajin": "Trademarks for 20 artisans",
    "Bazar dan peragaan kriya wilayah": "Bazaars and craft shows in the districts",
    "Seribu perajin baru dari 54 kelurahan": "A thousand new artisans from 54 kelurahan",
    "Rajutan dan tenun masuk toko oleh-oleh": "Crochet and weaving in the souvenir shops",
    "Batik ciri khas Kota Metro 2026": "A batik of Metro's own 2026",
}
COUNCILS = {
    "": "The National Craft Council brings together the councils of all provinces.",
    "13.71": "The council of Padang supports small craft businesses: embroidery, songket and clay-dyed batik. Board of 2019-2024.",
    "12.74": "The council of Tanjungbalai develops the crafts of a port: batik, songket and shell.",
    "36.74": "The council of South Tangerang works with 7 kecamatan and 54 kelurahan, and with Kawan Dekra: brands, malls and restaurants that open their doors to artisans.",
    "13.76": "The council of Payakumbuh supports clothing, food and handicraft: crochet, the Balai Panjang weaving centre and the rendang centre.",
}  # fmt: skip


def build():
    for model, name, words in [
        (Business, "quote", QUOTES),
        (Business, "visiting", VISITING),
        (Training, "summary", SUMMARIES),
        (Training, "goal", GOALS),
        (Training, "audience", AUDIENCES),
        (Program, "title", PROGRAMS),
    ]:
        fill(model.objects.filter(is_example=True), name, words)
    for unit in Unit.objects.filter(lacks("about"), code__in=list(COUNCILS)):
        keep(unit, "about", COUNCILS[unit.code])


def fill(rows, name, words):
    wanted = rows.filter(lacks(name), **{f"{name}__in": list(words)})
    for row in wanted:
        keep(row, name, words[getattr(row, name)])


def keep(row, name, english):
    setattr(row, f"{name}_en", english)
    row.save(update_fields=[f"{name}_en"])
