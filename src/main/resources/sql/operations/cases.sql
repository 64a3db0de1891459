-- One page of cases, the newest first, as one JSON document; open ones unless asked otherwise.
select json_build_object(
    'cases', coalesce(json_agg(json_build_object(
        'id', page.id,
        'kind', page.kind,
        'reason', page.reason,
        'subject', page.subject,
        'order', page.number,
        'purchase', page.purchase_id,
        'attempts', page.attempts,
        'lastError', page.last_error,
        'openedAt', page.opened_at,
        'state', page.state,
        'closedAt', page.closed_at,
        'closedBy', page.closed_by,
        'closingReason', page.closing_reason) order by page.id desc), '[]'),
    'next', case when count(*) = :#limit then min(page.id)::text end)::text
from (
    select k.*, o.number
    from operations.cases k
    left join retail.orders o on o.id = k.order_id and k.owner_kind = 'retail'
    where (cast(:#after as bigint) is null or k.id < cast(:#after as bigint))
      and (cast(:#kind as text) is null or k.kind = cast(:#kind as text))
      and (cast(:#order as text) is null or o.number = cast(:#order as text))
      and k.state = coalesce(cast(:#state as text), 'OPEN')
    order by k.id desc
    limit :#limit) page
