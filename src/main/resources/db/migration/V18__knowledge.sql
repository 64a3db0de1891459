-- The knowledge base: articles, cut into passages, and the words that stand in them.

create schema knowledge;

-- Misspelled words are found by trigrams where the server has them and this user may switch them on; the hub runs without.
do $$
begin
    create extension if not exists pg_trgm;
exception
    when others then
        raise notice 'without pg_trgm misspelled words are not corrected: %', sqlerrm;
end
$$;

-- How words of a language are reduced to their stems; languages that PostgreSQL does not know are searched word by word.
create function knowledge.dictionary(language text) returns regconfig immutable strict parallel safe language sql as
$$
    select case lower(split_part(language, '-', 1))
        when 'ar' then 'arabic'::regconfig
        when 'da' then 'danish'::regconfig
        when 'de' then 'german'::regconfig
        when 'en' then 'english'::regconfig
        when 'es' then 'spanish'::regconfig
        when 'fi' then 'finnish'::regconfig
        when 'fr' then 'french'::regconfig
        when 'hu' then 'hungarian'::regconfig
        when 'id' then 'indonesian'::regconfig
        when 'it' then 'italian'::regconfig
        when 'nl' then 'dutch'::regconfig
        when 'no' then 'norwegian'::regconfig
        when 'pt' then 'portuguese'::regconfig
        when 'ro' then 'romanian'::regconfig
        when 'ru' then 'russian'::regconfig
        when 'sv' then 'swedish'::regconfig
        when 'tr' then 'turkish'::regconfig
        else 'simple'::regconfig
    end
$$;

-- array_to_string is only stable as it takes arrays of any type; of texts it is immutable
create function knowledge.joined(words text[]) returns text immutable strict parallel safe language sql as
$$ select array_to_string(words, ' ') $$;

create table knowledge.kb_documents (
    id         text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title      text        not null,
    language   text        not null,
    tags       text[]      not null,
    -- folder:<path in it>, or api
    source     text        not null,
    status     text        not null check (status in ('published', 'draft')),
    -- what the article says of itself
    written_on date,
    -- of all of it; the same hash is the same article
    hash       text        not null,
    updated_at timestamptz not null
);
create unique index document_of_file on knowledge.kb_documents (source) where source <> 'api';

create table knowledge.kb_chunks (
    id           text primary key,
    document_id  text        not null references knowledge.kb_documents on delete cascade,
    -- from the article's beginning
    position     integer     not null,
    title        text        not null,
    heading_path text[]      not null,
    tags         text[]      not null,
    body         text        not null,
    language     text        not null,
    source       text        not null,
    -- of what is searched and shown; other passages are left alone
    hash         text        not null,
    updated_at   timestamptz not null,
    search       tsvector    not null generated always as (
        setweight(to_tsvector(knowledge.dictionary(language), title), 'A')
        || setweight(to_tsvector(knowledge.dictionary(language), knowledge.joined(heading_path || tags)), 'B')
        || setweight(to_tsvector(knowledge.dictionary(language), body), 'D')) stored
);
create index chunks_of_document on knowledge.kb_chunks (document_id, position);
create index chunks_by_word on knowledge.kb_chunks using gin (search) with (fastupdate = off);

-- Every word of the passages with its stem, and in how many it stands: what is rare tells more, what is missing may be misspelled.
create table knowledge.kb_words (
    -- without a region: British articles are searched with the others
    language text    not null,
    -- empty: stands in every passage, so it counts them
    word     text    not null,
    stem     text    not null,
    chunks   integer not null,
    primary key (language, word)
) with (fillfactor = 80);
create index words_by_stem on knowledge.kb_words (language, stem);
create index passages_counted on knowledge.kb_words (language) where word = '';
create index words_by_beginning on knowledge.kb_words (language, word text_pattern_ops);

-- misspelled words are compared with those of about their length that begin alike
create index words_alike on knowledge.kb_words (language, left(word, 1), length(word));

-- What a transaction has done to the words, until its end: a row that is counted up thousands of times in one transaction grows slower each time.
create table knowledge.kb_word_changes (
    language text    not null,
    word     text    not null,
    chunks   integer not null
);

-- sign: 1 for passages that came, -1 for those that went
create function knowledge.words_changed() returns trigger language plpgsql as
$$
declare
    sign integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
    insert into knowledge.kb_word_changes (language, word, chunks)
    select split_part(c.language, '-', 1), w.word, sign * count(*)
    from changed c
    cross join lateral (
        select lexeme from unnest(to_tsvector('simple', c.title || ' ' || knowledge.joined(c.heading_path || c.tags) || ' ' || c.body))
        where length(lexeme) <= 40
        union all select '') w (word)
    group by 1, 2;
    return null;
end
$$;

-- passages are written anew or not at all; what an update may change (position, source) is in no word
create trigger words_come after insert on knowledge.kb_chunks
    referencing new table as changed for each statement execute function knowledge.words_changed();
create trigger words_go after delete on knowledge.kb_chunks
    referencing old table as changed for each statement execute function knowledge.words_changed();

-- The end of every transaction that writes passages.
create function knowledge.count_words() returns void language plpgsql as
$$
begin
    with taken as (
        delete from knowledge.kb_word_changes returning language, word, chunks),
    change as (
        select language, word, sum(chunks)::integer as chunks from taken group by language, word having sum(chunks) <> 0)
    insert into knowledge.kb_words as known (language, word, stem, chunks)
    select language, word, coalesce((tsvector_to_array(to_tsvector(knowledge.dictionary(language), word)))[1], ''), chunks
    from change
    on conflict (language, word) do update set chunks = known.chunks + excluded.chunks;
    delete from knowledge.kb_words where chunks <= 0;
end
$$;

-- What was wrong when the folder was last read.
create table knowledge.kb_problems (
    source   text primary key,
    line     integer,
    reason   text        not null,
    remedy   text        not null,
    found_at timestamptz not null
);

-- The last reading of the folder.
create table knowledge.kb_readings (
    id         bigint generated always as identity primary key,
    read_at    timestamptz not null,
    asked_by   text        not null,
    articles   integer     not null,
    written    integer     not null,
    removed    integer     not null,
    kept_back  integer     not null,
    unreadable integer     not null
);
