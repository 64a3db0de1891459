-- One page of articles by their ids, with the last reading of the folder and what was wrong in it, as one JSON document.
with page as (
    select d.*, (select count(*) from knowledge.kb_chunks c where c.document_id = d.id) as chunks
    from knowledge.kb_documents d
    where cast(:#from as text) is null or (d.source = 'api') = (cast(:#from as text) = 'api')
    order by d.id
    offset coalesce(cast(:#after as bigint), 0)
    limit :#limit)
select json_build_object(
    'documents', coalesce((
        select json_agg(json_build_object(
            'id', page.id,
            'title', page.title,
            'language', page.language,
            'tags', page.tags,
            'source', page.source,
            'status', page.status,
            'writtenOn', page.written_on,
            'chunks', page.chunks,
            'updatedAt', page.updated_at) order by page.id)
        from page), '[]'),
    'next', case when (select count(*) from page) = :#limit
        then (coalesce(cast(:#after as bigint), 0) + :#limit)::text end,
    'lastReading', (
        select json_build_object(
            'at', r.read_at,
            'by', r.asked_by,
            'articles', r.articles,
            'written', r.written,
            'removed', r.removed,
            'keptBack', r.kept_back,
            'unreadable', r.unreadable)
        from knowledge.kb_readings r order by r.id desc limit 1),
    'problems', coalesce((
        select json_agg(json_build_object(
            'source', p.source, 'line', p.line, 'reason', p.reason, 'remedy', p.remedy, 'foundAt', p.found_at) order by p.source)
        from knowledge.kb_problems p), '[]'))::text
