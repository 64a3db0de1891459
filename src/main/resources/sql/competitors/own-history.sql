select h.price, h.currency, h.first_seen as firstSeen, h.last_seen as lastSeen
from own_prices h
join own_products p on p.id = h.product
where p.sku = ?
order by h.id desc
limit 200
