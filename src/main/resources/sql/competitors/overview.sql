select r.competitor, r.result as lastResult, r.ended_at as lastRunAt, r.detail as lastDetail,
       (select max(ended_at) from runs g where g.competitor = r.competitor and g.result = 'OFFERS') as goodAt,
       (select count(*) from plans p where p.competitor = r.competitor and p.listed = 1) as plans
from runs r
where r.id in (select max(id) from runs group by competitor)
