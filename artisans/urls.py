from django.urls import path, register_converter

from . import (
    curated_pages,
    enquiry_pages,
    label_pages,
    motif_pages,
    place_pages,
    views,
    ways_out,
)

register_converter(ways_out.ShortConverter, "short")

app_name = "artisans"

urlpatterns = [
    path("produk/", views.product_list, name="products"),
    path("produk/<slug:slug>/", views.product_detail, name="product"),
    path("perajin/", views.maker_list, name="makers"),
    path("perajin/<slug:slug>/", views.maker_detail, name="maker"),
    path("produk/<slug:slug>/tanya/", enquiry_pages.ask_product, name="ask_product"),
    path("perajin/<slug:slug>/tanya/", enquiry_pages.ask_maker, name="ask_maker"),
    path("perajin/<slug:slug>/tanya/terkirim/", enquiry_pages.asked, name="asked"),
    path("kriya/", views.craft_list, name="crafts"),
    path("kriya/<slug:slug>/", views.craft_detail, name="craft"),
    path("adil/", views.fairness, name="fairness"),
    path("p/<short:pk>/", ways_out.short_product, name="short_product"),
    path("m/<short:pk>/", ways_out.short_maker, name="short_maker"),
    path(
        "bagikan/p/<short:pk>.jpg",
        ways_out.picture_of_product,
        name="picture_of_product",
    ),
    path(
        "bagikan/m/<short:pk>.jpg", ways_out.picture_of_maker, name="picture_of_maker"
    ),
    path(
        "keluar/wa/p/<short:pk>/",
        ways_out.whatsapp_about_product,
        name="whatsapp_about_product",
    ),
    path(
        "keluar/wa/m/<short:pk>/", ways_out.whatsapp_to_maker, name="whatsapp_to_maker"
    ),
    path("keluar/toko/<short:pk>/", ways_out.shop, name="shop"),
    path(
        "keluar/toko/<short:pk>/p/<short:product>/",
        ways_out.shop,
        name="shop_for_product",
    ),
    path("hitung/p/<short:pk>.gif", ways_out.look_at_product, name="look_at_product"),
    path("hitung/m/<short:pk>.gif", ways_out.look_at_maker, name="look_at_maker"),
    path("label/<slug:code>/", label_pages.label_detail, name="label"),
    path("label/<slug:code>/lapor/", label_pages.label_report, name="label_report"),
    path(
        "label/<slug:code>/lapor/terima-kasih/",
        label_pages.label_reported,
        name="label_reported",
    ),
    path("motif/", motif_pages.motif_list, name="motifs"),
    path("motif/<slug:slug>/", motif_pages.motif_detail, name="motif"),
    path("sentra/", place_pages.centre_list, name="centres"),
    path("sentra/<slug:slug>/", place_pages.centre_detail, name="centre"),
    path("galeri/", place_pages.outlet_list, name="outlets"),
    path("galeri/<slug:slug>/", place_pages.outlet_detail, name="outlet"),
    path("koleksi/", curated_pages.collection_list, name="collections"),
    path("koleksi/<slug:slug>/", curated_pages.collection_detail, name="collection"),
    path("rute/", curated_pages.route_list, name="routes"),
    path("rute/<slug:slug>/", curated_pages.route_detail, name="route"),
]
