update own_products set
  name = json_extract(product.value, '$.name'),
  countries = json_extract(product.value, '$.countries'),
  data_mb = json_extract(product.value, '$.dataMb'),
  validity_days = json_extract(product.value, '$.validityDays'),
  price = json_extract(product.value, '$.price'),
  currency = json_extract(product.value, '$.currency'),
  buyable = json_extract(product.value, '$.buyable'),
  listed = 1,
  as_of = ?
from json_each(?) product
where own_products.sku = json_extract(product.value, '$.sku')
