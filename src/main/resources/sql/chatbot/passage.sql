-- One passage as it is now, with its article's title.
select json_build_object(
    'id', c.id,
    'document', c.document_id,
    'title', c.title,
    'headingPath', c.heading_path,
    'position', c.position,
    'text', c.body,
    'tags', c.tags,
    'language', c.language,
    'source', c.source,
    'updatedAt', c.updated_at)::text
from knowledge.kb_chunks c
where c.id = :#id
