from django.urls import path

from . import curated_pages, motif_pages, place_pages, views

app_name = "artisans"

urlpatterns = [
    path("produk/", views.product_list, name="products"),
    path("produk/<slug:slug>/", views.product_detail, name="product"),
    path("perajin/", views.maker_list, name="makers"),
    path("perajin/<slug:slug>/", views.maker_detail, name="maker"),
    path("kriya/", views.craft_list, name="crafts"),
    path("kriya/<slug:slug>/", views.craft_detail, name="craft"),
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
