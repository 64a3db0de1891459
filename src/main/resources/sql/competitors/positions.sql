select product as id, computed_at as computedAt, document
from positions
where product > cast(? as integer)
  and (cast(? as text) is null or instr(' ' || countries || ' ', ' ' || ? || ' ') > 0)
  and (cast(? as text) is null or undercut = cast(? as integer))
order by product
limit ?
