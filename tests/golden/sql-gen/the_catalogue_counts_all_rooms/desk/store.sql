-- one request_words(id request.id) by web
select words from request where id = $1;
