-- The language a person chose. What reaches them outside a page (e-mail, notifications, the calendar) is written in
-- it; null: nobody chose, and it is English.
alter table user_account add column language text check (language in ('en', 'de', 'es', 'pt'));
