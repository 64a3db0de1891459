-- What a customer's words are looked for in: each run of letters and of digits of name and SKU is a word.

alter table catalog.products
    add column words tsvector generated always as (to_tsvector('simple', regexp_replace(
        regexp_replace(translate(name || ' ' || sku, '-_/.,', '     '), '([0-9])([^0-9 ])', '\1 \2', 'g'),
        '([^0-9 ])([0-9])', '\1 \2', 'g'))) stored;

create index products_words on catalog.products using gin (words);
create index products_countries on catalog.products using gin (countries);
