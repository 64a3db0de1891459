update own_prices set last_seen = ?
where current = 1 and product in (select id from own_products where listed = 1 and as_of = ?)
