-- One page of costs that a sync has changed, the newest first, as one JSON document.
select json_build_object(
    'costs', coalesce(json_agg(json_build_object(
        'id', page.id,
        'sku', page.sku,
        'supplier', page.supplier,
        'supplierSku', page.supplier_sku,
        'from', json_build_object('amount', page.old_amount::text, 'currency', page.currency),
        'to', json_build_object('amount', page.new_amount::text, 'currency', page.currency),
        'sync', page.run_id,
        'at', page.at) order by page.id desc), '[]'),
    'next', case when count(*) = :#limit then min(page.id)::text end)::text
from (
    select h.*, v.sku, v.supplier, v.supplier_sku
    from catalog.cost_history h join catalog.product_variants v on v.id = h.variant_id
    where (cast(:#after as bigint) is null or h.id < cast(:#after as bigint))
      and (cast(:#supplier as text) is null or v.supplier = cast(:#supplier as text))
      and (cast(:#sku as text) is null or v.sku = cast(:#sku as text))
    order by h.id desc
    limit :#limit) page
