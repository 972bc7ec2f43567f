from django.urls import path

from . import views

app_name = "artisans"

urlpatterns = [
    path("produk/", views.product_list, name="products"),
    path("produk/<slug:slug>/", views.product_detail, name="product"),
    path("perajin/", views.maker_list, name="makers"),
    path("perajin/<slug:slug>/", views.maker_detail, name="maker"),
    path("kriya/", views.craft_list, name="crafts"),
    path("kriya/<slug:slug>/", views.craft_detail, name="craft"),
]
