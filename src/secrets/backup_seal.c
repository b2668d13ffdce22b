/* libsodium's sealed boxes and secret streams, for backups. */
#include "secrets/backup_seal.h"

#include <sodium.h>

#include "base/arena.h"
#include "base/check.h"
#include "system/random.h"

enum { STREAM_KEY = crypto_secretstream_xchacha20poly1305_KEYBYTES, SEALED_KEY = STREAM_KEY + crypto_box_SEALBYTES };

_Static_assert(crypto_box_PUBLICKEYBYTES == sizeof(((struct backup_key *)NULL)->bytes), "a public key has 32 bytes");
_Static_assert(crypto_box_SECRETKEYBYTES == TOKEN_BYTES, "a secret key has 32 bytes");
_Static_assert(SEALED_KEY + crypto_secretstream_xchacha20poly1305_HEADERBYTES == BACKUP_SEAL_BYTES, "the start is the key and the head");
_Static_assert(crypto_secretstream_xchacha20poly1305_ABYTES == BACKUP_CHUNK_EXTRA, "sealing adds 17 bytes");

struct backup_seal {
	crypto_secretstream_xchacha20poly1305_state state;
	struct str bound;             /* to the first chunk; empty after it */
};

struct hash_run {
	crypto_hash_sha256_state state;
};

void
backup_key_new(const struct random *random, struct backup_key *public, struct secret *secret)
{
	*secret = secret_new(random);
	*public = backup_key_of(secret);
}

struct backup_key
backup_key_of(const struct secret *secret)
{
	struct backup_key public;

	check(crypto_scalarmult_base(public.bytes, secret->bytes) == 0);
	return public;
}

struct str
backup_key_print(struct arena *arena, const struct backup_key *key)
{
	struct secret same;

	memcpy(same.bytes, key->bytes, sizeof(same.bytes));    /* 32 bytes are printed one way */
	return secret_reveal(arena, &same);
}

static bool
read_key(struct str text, unsigned char out[TOKEN_BYTES])
{
	static const int variants[] = {
		sodium_base64_VARIANT_URLSAFE_NO_PADDING, sodium_base64_VARIANT_URLSAFE,
		sodium_base64_VARIANT_ORIGINAL_NO_PADDING, sodium_base64_VARIANT_ORIGINAL,
	};
	size_t length;

	if (text.length == 2 * TOKEN_BYTES)
		return sodium_hex2bin(out, TOKEN_BYTES, text.at, text.length, NULL, &length, NULL) == 0 && length == TOKEN_BYTES;
	for (size_t i = 0; i < ARRAY_LENGTH(variants); i++)
		if (sodium_base642bin(out, TOKEN_BYTES, text.at, text.length, NULL, &length, NULL, variants[i]) == 0 && length == TOKEN_BYTES)
			return true;
	return false;
}

/* A point of low order gives everybody the same shared secret: libsodium refuses to multiply with it. */
bool
backup_key_read(struct str text, struct backup_key *out)
{
	unsigned char any[crypto_scalarmult_SCALARBYTES] = { 1 }, shared[crypto_scalarmult_BYTES];

	return read_key(text, out->bytes) && crypto_scalarmult(shared, any, out->bytes) == 0;
}

bool
backup_secret_read(struct str text, struct secret *out)
{
	return read_key(text, out->bytes);
}

void
backup_key_id(const struct backup_key *key, unsigned char out[BACKUP_KEY_ID_BYTES])
{
	struct hash hash = hash_of((struct str){ (const char *)key->bytes, sizeof(key->bytes) });

	memcpy(out, hash.bytes, BACKUP_KEY_ID_BYTES);
}

struct backup_seal *
backup_seal_start(struct arena *arena, const struct random *random, const struct backup_key *key, struct str head, char *start)
{
	struct backup_seal *seal = ARENA_NEW(arena, struct backup_seal);
	unsigned char stream_key[STREAM_KEY], *to = (unsigned char *)start;

	random->fill(random->self, stream_key, sizeof(stream_key));
	check(crypto_box_seal(to, stream_key, sizeof(stream_key), key->bytes) == 0);
	check(crypto_secretstream_xchacha20poly1305_init_push(&seal->state, to + SEALED_KEY, stream_key) == 0);
	sodium_memzero(stream_key, sizeof(stream_key));
	seal->bound = str_join(arena, 2, (struct str[]){ head, { start, BACKUP_SEAL_BYTES } });
	return seal;
}

void
backup_seal_put(struct backup_seal *seal, struct str clear, bool is_last, char *out)
{
	unsigned char tag = is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

	check(crypto_secretstream_xchacha20poly1305_push(&seal->state, (unsigned char *)out, NULL, (const unsigned char *)clear.at,
	    clear.length, (const unsigned char *)seal->bound.at, seal->bound.length, tag) == 0);
	seal->bound = S("");
	if (is_last)
		backup_seal_forget(seal);
}

struct backup_seal *
backup_seal_open(struct arena *arena, const struct secret *secret, struct str head, const char *start)
{
	struct backup_seal *seal = ARENA_NEW(arena, struct backup_seal);
	struct backup_key public = backup_key_of(secret);
	unsigned char stream_key[STREAM_KEY];
	const unsigned char *from = (const unsigned char *)start;
	bool is_ours;

	is_ours = crypto_box_seal_open(stream_key, from, SEALED_KEY, public.bytes, secret->bytes) == 0 &&
	    crypto_secretstream_xchacha20poly1305_init_pull(&seal->state, from + SEALED_KEY, stream_key) == 0;
	sodium_memzero(stream_key, sizeof(stream_key));
	seal->bound = str_join(arena, 2, (struct str[]){ head, { start, BACKUP_SEAL_BYTES } });
	return is_ours ? seal : NULL;
}

bool
backup_seal_take(struct backup_seal *seal, struct str sealed, bool is_last, char *out)
{
	unsigned char tag, wanted = is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
	bool is_whole = sealed.length >= BACKUP_CHUNK_EXTRA && crypto_secretstream_xchacha20poly1305_pull(&seal->state, (unsigned char *)out,
	    NULL, &tag, (const unsigned char *)sealed.at, sealed.length, (const unsigned char *)seal->bound.at, seal->bound.length) == 0;

	seal->bound = S("");
	return is_whole && tag == wanted;
}

void
backup_seal_forget(struct backup_seal *seal)
{
	sodium_memzero(&seal->state, sizeof(seal->state));
}

struct hash_run *
hash_start(struct arena *arena)
{
	struct hash_run *run = ARENA_NEW(arena, struct hash_run);

	crypto_hash_sha256_init(&run->state);
	return run;
}

void
hash_add(struct hash_run *run, struct str bytes)
{
	crypto_hash_sha256_update(&run->state, (const unsigned char *)bytes.at, bytes.length);
}

struct hash
hash_end(struct hash_run *run)
{
	struct hash hash;

	crypto_hash_sha256_final(&run->state, hash.bytes);
	return hash;
}

struct str
hash_print(struct arena *arena, const struct hash *hash)
{
	char *text = arena_take(arena, 2 * HASH_BYTES + 1);

	return str_from(sodium_bin2hex(text, 2 * HASH_BYTES + 1, hash->bytes, HASH_BYTES));
}
