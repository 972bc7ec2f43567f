"""An artisan's own pages; they show what all the rooms know of the person."""

from django.urls import path

from artisans.models import Business, Product

from . import my_enquiries, my_figures, my_journey, my_pages, my_showcase

app_name = "my"


def pages_of(model, address):
    """The addresses at which makers write one of their pages."""
    name, what = model._meta.model_name, {"model": model}
    start = f"{address}/<int:pk>/"
    return [
        path(start, my_showcase.page_edit, what, name=name),
        path(f"{start}kirim/", my_showcase.page_send, what, name=f"{name}_send"),
        path(f"{start}batal/", my_showcase.page_discard, what, name=f"{name}_discard"),
        path(f"{start}foto/", my_showcase.photo_add, what, name=f"{name}_photos"),
        path(f"{start}foto/<slug:key>/", my_showcase.photo, what, name=f"{name}_photo"),
    ]


urlpatterns = [
    path("", my_pages.home, name="home"),
    path("profil/", my_pages.profile, name="profile"),
    path("persetujuan/", my_pages.consents, name="consents"),
    path("pertanyaan/", my_enquiries.enquiries, name="enquiries"),
    path("angka/", my_figures.figures, name="figures"),
    path("perjalanan/", my_journey.journey, name="journey"),
    path("perjalanan/karya/<int:pk>/", my_journey.work_shown, name="work_shown"),
    path("produk/", my_showcase.products, name="products"),
    path("produk/baru/", my_showcase.product_new, name="product_new"),
    path("usaha/baru/", my_showcase.business_new, name="business_new"),
    *pages_of(Product, "produk"),
    *pages_of(Business, "usaha"),
]
