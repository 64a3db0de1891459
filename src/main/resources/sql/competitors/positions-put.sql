insert or replace into positions (product, sku, countries, undercut, computed_at, document)
select json_extract(p.value, '$.id'), json_extract(p.value, '$.sku'), json_extract(p.value, '$.countries'),
       json_extract(p.value, '$.undercut'), ?, json_extract(p.value, '$.document')
from json_each(?) p
