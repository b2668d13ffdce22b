-- All that is held about somebody, for them: each row in one text, its fields in the order of parts.def with a sign between that no text of
-- people can hold. Moments stand in microseconds.

-- list hold_person(person person.id, mark text, limit whole)                                by web, writer
select p.name || $2 || p.email || $2 || p.zone || $2 || p.languages || $2 || p.language || $2 || p.pronouns || $2 ||
       p.initials || $2 || p.title || $2 || p.company || $2 || p.links || $2 || p.about || $2 ||
       coalesce(cast(p.joined_at as text), '') || $2 || coalesce(cast(p.signed_in_at as text), '') as line:text
from person p where p.id = $1
order by p.id limit $3;

-- list hold_memberships(person person.id, mark text, limit whole)                           by web, writer
select g.name || $2 || coalesce(a.name, '') || $2 || cast(b.hours as text) || $2 || case b.is_listed when 1 then 'yes' else 'no' end || $2 ||
       case b.is_public when 1 then 'yes' else 'no' end || $2 || coalesce(cast(b.joined_at as text), '') || $2 || coalesce(cast(b.oriented_at as text), '') as line:text
from membership b join programme g on g.id = b.programme left join affiliation a on a.id = b.affiliation where b.person = $1
order by b.id limit $3;

-- list hold_wishes(person person.id, mark text, limit whole)                                by web, writer
select g.name || $2 || s.name as line:text
from membership b join programme g on g.id = b.programme join member_skill k on k.membership = b.id join skill s on s.id = k.skill where b.person = $1
order by g.name, s.name limit $3;

-- list hold_roles(person person.id, mark text, limit whole)                                 by web, writer
select g.name || $2 || r.role || $2 || coalesce(cast(r.since_at as text), '') as line:text
from role r join programme g on g.id = r.programme where r.person = $1
order by r.id limit $3;

-- list hold_mentor(person person.id, mark text, limit whole)                                by web, writer
select g.name || $2 || m.state || $2 || coalesce(cast(m.capacity as text), '') || $2 || coalesce(cast(m.hours as text), '') || $2 || m.bio || $2 ||
       m.offer || $2 || m.reason || $2 || coalesce(cast(m.asked_at as text), '') || $2 || coalesce(cast(m.away_until_at as text), '') as line:text
from mentor m join programme g on g.id = m.programme where m.person = $1
order by m.id limit $3;

-- list hold_offers(person person.id, mark text, limit whole)                                by web, writer
select g.name || $2 || s.name || $2 || coalesce(cast(k.level as text), '') as line:text
from mentor m join programme g on g.id = m.programme join mentor_skill k on k.mentor = m.id join skill s on s.id = k.skill where m.person = $1
order by g.name, s.name limit $3;

-- list hold_applications(person person.id, mark text, limit whole)                          by web, writer
select g.name || $2 || c.name || $2 || i.side || $2 || coalesce(cast(a.number as text), '') || $2 || a.state || $2 || a.reason || $2 || a.words || $2 ||
       coalesce(cast(a.sent_at as text), '') || $2 || coalesce(cast(a.offered_at as text), '') || $2 || coalesce(cast(a.decided_at as text), '') as line:text
from application a join programme g on g.id = a.programme join intake i on i.id = a.intake join cohort c on c.id = i.cohort where a.person = $1
order by a.id limit $3;

-- list hold_answers(person person.id, mark text, limit whole)                               by web, writer
select g.name || $2 || coalesce(cast(a.number as text), '') || $2 || q.words || $2 || w.words as line:text
from application a join programme g on g.id = a.programme join answer w on w.application = a.id join question q on q.id = w.question where a.person = $1
order by a.id, q.position limit $3;

-- list hold_responses(person person.id, mark text, limit whole)                             by web, writer
select g.name || $2 || s.name || $2 || case when r.is_sent = 1 then 'sent' else 'draft' end || $2 || q.words || $2 || w.words || $2 || cast(r.saved_at as text) as line:text
from response r join survey s on s.id = r.survey join programme g on g.id = s.programme join response_answer w on w.response = r.id join question q on q.id = w.question
where r.person = $1 order by r.id, q.position limit $3;

-- list hold_focus(person person.id, mark text, limit whole)                                 by web, writer
select g.name || $2 || s.name || $2 || a.name as line:text
from response r join survey s on s.id = r.survey join programme g on g.id = s.programme join response_area w on w.response = r.id join focus_area a on a.id = w.area
where r.person = $1 order by r.id, a.position, a.id limit $3;

-- list hold_ranking(person person.id, mark text, limit whole)                               by web, writer
select g.name || $2 || s.name || $2 || cast(w.place as text) || $2 || p.name as line:text
from response r join survey s on s.id = r.survey join programme g on g.id = s.programme join response_choice w on w.response = r.id join person p on p.id = w.chosen
where r.person = $1 order by r.id, w.place limit $3;

-- list hold_openings(person person.id, mark text, limit whole)                              by web, writer
select g.name || $2 || c.name || $2 || o.project || $2 || o.state || $2 || o.url || $2 || o.goals || $2 || o.criteria || $2 || o.languages || $2 ||
       cast(o.places as text) || $2 || o.words || $2 || coalesce(cast(o.made_at as text), '') || $2 || coalesce(cast(o.announced_at as text), '') as line:text
from opening o join programme g on g.id = o.programme join cohort c on c.id = o.cohort where o.contact = $1
order by o.id limit $3;

-- list hold_nominations(person person.id, mark text, limit whole)                           by web, writer
select g.name || $2 || o.project || $2 || n.name || $2 || coalesce(cast(n.made_at as text), '') as line:text
from nomination n join opening o on o.id = n.opening join programme g on g.id = o.programme where n.person = $1
order by n.id limit $3;

-- list hold_reviews(person person.id, mark text, limit whole)                               by web, writer
select g.name || $2 || coalesce(cast(a.number as text), '') || $2 || cast(w.score as text) || $2 || w.words || $2 || coalesce(cast(w.made_at as text), '') as line:text
from review w join application a on a.id = w.application join programme g on g.id = a.programme where w.reviewer = $1
order by a.id limit $3;

-- What reviewers gave me, once it was decided: their scores, never their words (PROGRAMMES.md 7).
-- list hold_scores(person person.id, mark text, limit whole)                               by web, writer
select g.name || $2 || coalesce(cast(a.number as text), '') || $2 || cast(w.score as text) || $2 || coalesce(cast(w.made_at as text), '') as line:text
from review w join application a on a.id = w.application join programme g on g.id = a.programme where a.person = $1 and a.decided_at is not null
order by a.id, w.made_at limit $3;

-- list hold_decisions(person person.id, mark text, limit whole)                            by web, writer
select g.name || $2 || s.measure || $2 || s.clauses || $2 || coalesce(cast(s.made_at as text), '') || $2 || coalesce(cast(s.until_at as text), '') || $2 ||
       coalesce(cast(s.appeal_until_at as text), '') || $2 || coalesce(cast(s.ended_at as text), '') as line:text
from sanction s join programme g on g.id = s.programme where s.person = $1
order by s.id limit $3;

-- list hold_questions(person person.id, mark text, limit whole)                             by web, writer
select g.name || $2 || q.words || $2 || q.state || $2 || q.answer || $2 || coalesce(cast(q.asked_at as text), '') as line:text
from desk_question q join programme g on g.id = q.programme where q.asker = $1
order by q.id limit $3;

-- list hold_help(person person.id, mark text, limit whole)                                  by web, writer
select g.name || $2 || p.name || $2 || cast(h.minutes as text) || $2 || h.about || $2 || h.given_on as line:text
from help h join programme g on g.id = h.programme join help_place p on p.id = h.place where h.mentor = $1
order by h.id limit $3;

-- list hold_addresses(person person.id, mark text, limit whole)                             by web, writer
select c.email || $2 || coalesce(cast(c.made_at as text), '') as line:text
from email_change c where c.person = $1
order by c.id limit $3;

-- list hold_blocks(person person.id, mark text, limit whole)                                by web, writer
select x.who || $2 || coalesce(cast(x.made_at as text), '') as line:text
from (select b.id, b.made_at, case when b.label <> '' then b.label else p.name end as who from block b join person p on p.id = b.blocked where b.blocker = $1
      union all select a.id, a.made_at, a.label as who from block_ahead a where a.blocker = $1) x
order by x.id limit $3;

-- list hold_requests(person person.id, mark text, limit whole)                              by web, writer
select g.name || $2 || coalesce(cast(r.number as text), '') || $2 || r.state || $2 || r.outcome || $2 || coalesce(s.name, '') || $2 ||
       r.skills || $2 || r.title || $2 || r.details || $2 || r.language || $2 || r.medium || $2 || coalesce(a.name, '') || $2 || r.question || $2 ||
       r.next_steps || $2 || r.reason || $2 || r.helpful || $2 || r.helpful_words || $2 || r.held_on || $2 ||
       coalesce(cast(r.session_at as text), '') || $2 || coalesce(cast(r.sent_at as text), '') || $2 || coalesce(cast(r.closed_at as text), '') as line:text
from request r join programme g on g.id = r.programme left join service s on s.id = r.service left join affiliation a on a.id = r.affiliation where r.mentee = $1
order by r.id limit $3;

-- list hold_claims(person person.id, mark text, limit whole)                                by web, writer
select g.name || $2 || coalesce(cast(r.number as text), '') || $2 || coalesce(cast(c.claimed_at as text), '') || $2 ||
       coalesce(cast(c.ended_at as text), '') || $2 || c.ending || $2 || c.reason as line:text
from claim c join request r on r.id = c.request join programme g on g.id = r.programme where c.mentor = $1
order by c.id limit $3;

-- list hold_attempts(person person.id, mark text, limit whole)                              by web, writer
select coalesce(cast(r.number as text), '') || $2 || t.way || $2 || t.tried_on || $2 || case when t.mentor = $1 then t.words else '' end as line:text
from attempt t join request r on r.id = t.request where t.mentor = $1 or r.mentee = $1
order by t.id limit $3;

-- list hold_notes(person person.id, mark text, limit whole)                                 by web, writer
select coalesce(cast(r.number as text), '') || $2 || n.audience || $2 || n.words || $2 || coalesce(cast(n.written_at as text), '') as line:text
from note n join request r on r.id = n.request where n.author = $1 or (r.mentee = $1 and n.audience = 'pair')
order by n.id limit $3;

-- list hold_handovers(person person.id, mark text, limit whole)                             by web, writer
select g.name || $2 || h.words || $2 || coalesce(cast(h.written_at as text), '') as line:text
from handover h join programme g on g.id = h.programme where h.author = $1
order by h.id limit $3;

-- list hold_acceptances(person person.id, mark text, limit whole)                           by web, writer
select d.title || $2 || coalesce(cast(d.version as text), '') || $2 || coalesce(cast(a.accepted_at as text), '') as line:text
from acceptance a join document d on d.id = a.document where a.person = $1
order by a.id limit $3;

-- list hold_absences(person person.id, mark text, limit whole)                              by web, writer
select coalesce(cast(r.number as text), '') || $2 || case when x.person = $1 then 'me' else 'the other side' end || $2 ||
       coalesce(cast(x.session_at as text), '') || $2 || coalesce(cast(x.said_at as text), '') as line:text
from absence x join request r on r.id = x.request where x.person = $1 or x.said_by = $1
order by x.id limit $3;

-- list hold_notices(person person.id, mark text, limit whole)                               by web, writer
select d.title || $2 || coalesce(cast(d.version as text), '') || $2 || cast(n.step as text) || $2 || coalesce(cast(n.told_at as text), '') as line:text
from document_notice n join document d on d.id = n.document where n.person = $1
order by n.told_at, d.id limit $3;

-- list hold_ways(person person.id, mark text, limit whole)                                  by web, writer
select c.topic || $2 || c.channel as line:text
from letter_choice c where c.person = $1
order by c.topic limit $3;

-- list hold_quiet(person person.id, mark text, limit whole)                                 by web, writer
select coalesce(cast(c.quiet_from as text), '') || $2 || coalesce(cast(c.quiet_to as text), '') || $2 ||
       coalesce(cast(c.digest_hour as text), '') || $2 || coalesce(cast(c.paused_until_at as text), '') as line:text
from correspondent c where c.person = $1
order by c.person limit $3;

-- list hold_letters(person person.id, mark text, limit whole)                               by web, writer
select l.kind || $2 || l.channel || $2 || l.address || $2 || case when l.kind = 'L52' then '' else l.subject end || $2 ||
       case when l.kind = 'L52' then '' else l.body end || $2 || l.state || $2 || coalesce(cast(l.made_at as text), '') as line:text
from letter l where l.recipient = $1 and l.act = ''
order by l.id limit $3;

-- list hold_chats(person person.id, mark text, limit whole)                                 by web, writer
select k.team || $2 || k.chat_user || $2 || coalesce(cast(k.linked_at as text), '') as line:text
from chat_link k where k.person = $1
order by k.id limit $3;

-- list hold_sign_ins(person person.id, mark text, limit whole)                              by web, writer
select coalesce(cast(s.started_at as text), '') || $2 || coalesce(cast(s.seen_at as text), '') || $2 || coalesce(cast(s.ends_at as text), '') as line:text
from session s where s.person = $1
order by s.id limit $3;

-- list hold_tokens(person person.id, mark text, limit whole)                                by web, writer
select t.name || $2 || t.scope || $2 || coalesce(cast(t.made_at as text), '') || $2 || coalesce(cast(t.ends_at as text), '') as line:text
from token t where t.person = $1
order by t.id limit $3;

-- list hold_views(person person.id, mark text, limit whole)                                 by web, writer
select w.name || $2 || w.query || $2 || coalesce(cast(w.made_at as text), '') as line:text
from saved_view w where w.owner = $1
order by w.id limit $3;

-- list hold_kept(person person.id, mark text, limit whole)                                  by web, writer
select w.words || $2 || coalesce(cast(w.kept_at as text), '') as line:text
from kept_words w where w.person = $1
order by w.id limit $3;

-- list hold_stand_ins(person person.id, mark text, limit whole)                             by web, writer
select g.name || $2 || case when s.absent = $1 then 'for me' else 'me' end || $2 || coalesce(cast(s.until_at as text), '') as line:text
from stand_in s join programme g on g.id = s.programme where s.absent = $1 or s.deputy = $1
order by s.id limit $3;

-- list hold_record(person person.id, mark text, limit whole)                                by web, writer
select e.kind || $2 || case when e.kind in ('assigned-because', 'escalated-because') and e.actor <> $1 then '' else e.detail end || $2 ||
       coalesce(cast(e.happened_at as text), '') as line:text
from event e where e.person = $1 or e.actor = $1
order by e.id limit $3;
