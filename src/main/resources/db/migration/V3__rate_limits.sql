-- One row a limit: when its next call would be due if calls came evenly.
create table operations.rate_limits (
    name    text primary key,
    next_at timestamptz not null
) with (fillfactor = 50);
