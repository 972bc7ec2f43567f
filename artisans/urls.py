from django.urls import path

from . import label_pages, views

app_name = "artisans"

urlpatterns = [
    path("produk/", views.product_list, name="products"),
    path("produk/<slug:slug>/", views.product_detail, name="product"),
    path("perajin/", views.maker_list, name="makers"),
    path("perajin/<slug:slug>/", views.maker_detail, name="maker"),
    path("kriya/", views.craft_list, name="crafts"),
    path("kriya/<slug:slug>/", views.craft_detail, name="craft"),
    path("label/<slug:code>/", label_pages.label_detail, name="label"),
    path("label/<slug:code>/lapor/", label_pages.label_report, name="label_report"),
    path(
        "label/<slug:code>/lapor/terima-kasih/",
        label_pages.label_reported,
        name="label_reported",
    ),
]
