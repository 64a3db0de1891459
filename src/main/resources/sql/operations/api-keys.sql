-- One page of API keys, the newest first, as one JSON document; none of them can be read out of it.
select json_build_object(
    'keys', coalesce(json_agg(json_build_object(
        'id', page.id,
        'name', page.name,
        'begins', 'ehk_' || page.public_id,
        'scopes', page.scopes,
        'createdBy', page.created_by,
        'createdAt', page.created_at,
        'expiresAt', page.expires_at,
        'lastUsedAt', page.last_used_at,
        'revokedAt', page.revoked_at,
        'revokedBy', page.revoked_by,
        'revokeReason', page.revoke_reason) order by page.id desc), '[]'),
    'next', case when count(*) = :#limit then min(page.id)::text end)::text
from (
    select * from operations.api_keys k
    where (cast(:#after as bigint) is null or k.id < cast(:#after as bigint))
      and (cast(:#name as text) is null or k.name = cast(:#name as text))
    order by k.id desc
    limit :#limit) page
