"""Products and makers as search engines read them (schema.org)."""

from django.conf import settings

from .models import Business, Product, ShopLink


def product_as_linked_data(product: Product) -> dict:
    """What a search engine may show of a published product."""
    maker = product.business
    data = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": product.shown_name,
        "url": address_of(product),
        "description": product.shown_description or str(product.craft),
        "category": str(product.kind),
        "material": [str(material) for material in product.materials.all()],
        "brand": {"@type": "Brand", "name": str(maker)},
        "manufacturer": {
            "@type": "Organization",
            "name": str(maker),
            "url": address_of(maker),
        },
        "countryOfOrigin": "ID",
    }
    if photos := product.photos.all():
        data["image"] = [picture_of(photo.image) for photo in photos]
    if product.weight_grams:
        weight = {"value": product.weight_grams, "unitCode": "GRM"}
        data["weight"] = {"@type": "QuantitativeValue", **weight}
    if product.price:
        data["offers"] = offer_of(product)
    return data


def offer_of(product) -> dict:
    """The price; buying and paying happen between buyer and maker."""
    offer = {
        "@type": "Offer",
        "priceCurrency": "IDR",
        "price": product.price,
        "url": address_of(product),
        "availability": "https://schema.org/MadeToOrder"
        if product.is_made_to_order
        else "https://schema.org/InStock",
    }
    if product.price_up_to:
        del offer["price"]
        offer["@type"] = "AggregateOffer"
        offer["lowPrice"], offer["highPrice"] = product.price, product.price_up_to
    return offer


def maker_as_linked_data(maker: Business, links: list[ShopLink]) -> dict:
    """What a search engine may show of a verified maker, within their consent."""
    data = {
        "@context": "https://schema.org",
        "@type": "LocalBusiness",
        "name": str(maker),
        "url": address_of(maker),
        "address": {
            "@type": "PostalAddress",
            "addressLocality": maker.city.name,
            "addressCountry": "ID",
        },
        "knowsAbout": [str(craft) for craft in maker.crafts.all()],
    }
    if maker.shown_story:
        data["description"] = maker.shown_story
    if maker.founded_year:
        data["foundingDate"] = str(maker.founded_year)
    if maker.portrait:
        data["image"] = picture_of(maker.portrait)
    if maker.public_phone:
        data["telephone"] = maker.public_phone.as_e164
    if links:
        data["sameAs"] = [link.url for link in links]
    return data


def address_of(row) -> str:
    return settings.PUBLIC_BASE_URL + row.get_absolute_url()


def picture_of(image) -> str:
    url = image.fallback_url
    return settings.PUBLIC_BASE_URL + url if url.startswith("/") else url
