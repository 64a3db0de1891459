update plans set
  title = json_extract(offer.value, '$.title'),
  url = json_extract(offer.value, '$.url'),
  countries = json_extract(offer.value, '$.countries'),
  data_mb = json_extract(offer.value, '$.dataMb'),
  validity_days = json_extract(offer.value, '$.validityDays'),
  price = json_extract(offer.value, '$.price'),
  currency = json_extract(offer.value, '$.currency'),
  listed = 1,
  last_seen = ?
from json_each(?) offer
where plans.competitor = ? and plans.external_id = json_extract(offer.value, '$.id')
