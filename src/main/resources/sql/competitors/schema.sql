create table if not exists runs (
  id integer primary key,
  competitor text not null,
  asked_by text,
  started_at text not null,
  ended_at text not null,
  duration_ms integer not null,
  result text not null,
  offers integer not null,
  skipped integer not null,
  requests integer not null,
  detail text
);
create index if not exists runs_by_competitor on runs (competitor, id);
create table if not exists plans (
  id integer primary key,
  competitor text not null,
  external_id text not null,
  title text,
  url text,
  countries text not null,
  data_mb integer,
  validity_days integer,
  price text,
  currency text,
  listed integer not null,
  first_seen text not null,
  last_seen text not null,
  unique (competitor, external_id)
);
create table if not exists prices (
  id integer primary key,
  plan integer not null references plans (id) on delete cascade,
  price text not null,
  currency text not null,
  first_seen text not null,
  last_seen text not null,
  current integer not null
);
create index if not exists prices_by_plan on prices (plan, id);
create unique index if not exists one_current_price on prices (plan) where current = 1;
create table if not exists own_products (
  id integer primary key,
  sku text not null unique,
  name text,
  countries text not null,
  data_mb integer,
  validity_days integer,
  price text,
  currency text,
  buyable integer not null,
  listed integer not null,
  as_of text not null
);
create table if not exists own_prices (
  id integer primary key,
  product integer not null references own_products (id) on delete cascade,
  price text not null,
  currency text not null,
  first_seen text not null,
  last_seen text not null,
  current integer not null
);
create index if not exists own_prices_by_product on own_prices (product, id);
create table if not exists positions (
  product integer primary key,
  sku text not null unique,
  countries text not null,
  undercut integer not null,
  computed_at text not null,
  document text not null
);
create table if not exists alerts (
  id integer primary key,
  sku text not null,
  competitor text not null,
  external_id text not null,
  ours text not null,
  theirs text not null,
  percent text not null,
  opened_at text not null,
  seen_at text not null,
  closed_at text
);
create unique index if not exists one_open_alert on alerts (sku, competitor) where closed_at is null;
