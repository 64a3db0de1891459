-- One page of what suppliers offer, by the order in which it was first seen, as one JSON document; with our products that buy it.
select json_build_object(
    'offers', coalesce(json_agg(json_build_object(
        'id', page.id,
        'supplier', page.supplier,
        'supplierSku', page.supplier_sku,
        'otherNames', page.other_names,
        'name', page.name,
        'cost', json_build_object('amount', page.cost_amount::text, 'currency', page.cost_currency),
        'available', page.available,
        'countries', page.countries,
        'dataBytes', page.data_bytes,
        'dataBase', page.data_base,
        'validityDays', page.validity_days,
        'firstSeen', page.first_seen,
        'lastSeen', page.last_seen,
        'vanishedAt', page.vanished_at,
        'soldAs', (
            select coalesce(json_agg(distinct v.sku), '[]') from catalog.product_variants v
            where v.supplier = page.supplier
              and (v.supplier_sku = page.supplier_sku or v.supplier_sku = any(page.other_names)))) order by page.id), '[]'),
    'next', case when count(*) = :#limit then max(page.id)::text end)::text
from (
    select * from catalog.supplier_offers o
    where (cast(:#after as bigint) is null or o.id > cast(:#after as bigint))
      and (cast(:#supplier as text) is null or o.supplier = cast(:#supplier as text))
      and (cast(:#text as text) is null
        or position(lower(cast(:#text as text)) in lower(o.name || ' ' || o.supplier_sku)) > 0)
    order by o.id
    limit :#limit) page
