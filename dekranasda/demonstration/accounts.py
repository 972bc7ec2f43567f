"""The accounts to try the portal with: name, password, who it is."""

ACCOUNTS = (
    ("admin", "songket-emas-13", "Administrator, melihat semua unit"),
    ("padang", "bordir-rapi-71", "Pengelola unit, Dekranasda Kota Padang"),
    ("tangsel", "batik-cerah-74", "Pengelola unit, Dekranasda Kota Tangerang Selatan"),
    ("ciputat", "anyam-halus-04", "Pengelola unit, Dekranasda Kecamatan Ciputat"),
    ("humas", "cerita-kriya-36", "Humas, Dekranasda Kota Tangerang Selatan"),
    ("perajin", "kerang-putih-12", "Perajin di Ciputat, masuk ke /saya/"),
)
