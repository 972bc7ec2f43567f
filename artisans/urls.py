from django.urls import path

from . import enquiry_pages, views

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
]
