/* Sealing. Nothing here is invented: derivation, encryption and wiping are libsodium's. */
#include "secrets/seal.h"

#include <sodium.h>

#include "base/arena.h"
#include "base/check.h"
#include "system/file.h"
#include "system/random.h"

enum {
	BLOB_VERSION = 1,
	NUMBER_AT = 1,
	NONCE_AT = 5,
	BOX_AT = NONCE_AT + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG_BYTES = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	ROW_BYTES = 8,
	NUMBER_BYTES = 4
};

_Static_assert(SEAL_KEY_BYTES == crypto_kdf_KEYBYTES && SEAL_KEY_BYTES == crypto_aead_xchacha20poly1305_ietf_KEYBYTES &&
    (int)TOKEN_BYTES == (int)SEAL_KEY_BYTES && (int)SEAL_OVERHEAD == (int)BOX_AT + (int)TAG_BYTES, "the sizes of libsodium");

static const char context[crypto_kdf_CONTEXTBYTES + 1] = "mentord1";

enum outcome
seal_master_read(const struct file_seam *files, struct arena *arena, const char *path, struct secret *out)
{
	struct str bytes;
	enum outcome said = files->read(files->self, arena, path, SEAL_KEY_BYTES, &bytes);

	if (said == TOO_LARGE)
		return SEAL_BROKEN;
	TRY(said);
	if (bytes.length != SEAL_KEY_BYTES)
		return SEAL_BROKEN;
	memcpy(out->bytes, bytes.at, SEAL_KEY_BYTES);
	return OK;
}

enum outcome
seal_master_make(const struct file_seam *files, struct arena *arena, const char *path, struct secret *out)
{
	crypto_kdf_keygen(out->bytes);
	return files->make_secret(files->self, arena, path, (struct str){ (const char *)out->bytes, SEAL_KEY_BYTES });
}

void
seal_derive(const struct secret *master, uint32_t number, struct seal_ring *out)
{
	out->number = number;
	for (int i = 0; i < SEAL_PURPOSES; i++)
		check(crypto_kdf_derive_from_key(out->keys[i], SEAL_KEY_BYTES, (uint64_t)i + 1, context, master->bytes) == 0);
	out->courier = letter_seal_key_of(out->keys[SEAL_LETTER]);
}

void
seal_ring_of_courier(struct seal_ring *ring)
{
	for (int i = 0; i < SEAL_PURPOSES; i++)
		if (i != SEAL_LETTER && i != SEAL_STOP)
			sodium_memzero(ring->keys[i], SEAL_KEY_BYTES);
}

void
seal_ring_without_courier(struct seal_ring *ring)
{
	sodium_memzero(ring->keys[SEAL_LETTER], SEAL_KEY_BYTES);
}

void
seal_ring_without_reports(struct seal_ring *ring)
{
	sodium_memzero(ring->keys[SEAL_REPORT], SEAL_KEY_BYTES);
	sodium_memzero(ring->keys[SEAL_REPORT_CODE], SEAL_KEY_BYTES);
}

void
seal_forget(struct secret *secret)
{
	sodium_memzero(secret->bytes, sizeof(secret->bytes));
}

static void
put_number(unsigned char *at, uint64_t number, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		at[i] = (unsigned char)(number >> (8 * i));
}

/* What the blob is bound to: table, column, row, key number. The names hold no NUL, so no two places give the same bytes. */
static struct str
bound_to(struct arena *arena, const struct sealing *s)
{
	size_t names = s->place.table.length + 1 + s->place.column.length + 1;
	unsigned char *bytes = arena_take(arena, names + ROW_BYTES + NUMBER_BYTES);

	memcpy(bytes, s->place.table.at, s->place.table.length);
	memcpy(bytes + s->place.table.length + 1, s->place.column.at, s->place.column.length);
	put_number(bytes + names, (uint64_t)s->place.row, ROW_BYTES);
	put_number(bytes + names + ROW_BYTES, s->ring->number, NUMBER_BYTES);
	return (struct str){ (const char *)bytes, names + ROW_BYTES + NUMBER_BYTES };
}

struct str
seal(struct arena *arena, const struct random *random, const struct sealing *s, struct str plain)
{
	struct str bound = bound_to(arena, s);
	unsigned char *blob = arena_take(arena, SEAL_OVERHEAD + plain.length);
	unsigned long long length;

	blob[0] = BLOB_VERSION;
	put_number(blob + NUMBER_AT, s->ring->number, NUMBER_BYTES);
	random->fill(random->self, blob + NONCE_AT, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
	check(crypto_aead_xchacha20poly1305_ietf_encrypt(blob + BOX_AT, &length, (const unsigned char *)plain.at, plain.length,
	    (const unsigned char *)bound.at, bound.length, NULL, blob + NONCE_AT, s->ring->keys[s->purpose]) == 0);
	return (struct str){ (const char *)blob, BOX_AT + (size_t)length };
}

enum outcome
unseal(struct arena *arena, const struct sealing *s, struct str blob, struct str *out)
{
	const unsigned char *at = (const unsigned char *)blob.at;
	unsigned char number[NUMBER_BYTES], *plain;
	struct str bound = bound_to(arena, s);
	unsigned long long length;

	put_number(number, s->ring->number, NUMBER_BYTES);
	if (blob.length < SEAL_OVERHEAD || at[0] != BLOB_VERSION || memcmp(at + NUMBER_AT, number, NUMBER_BYTES) != 0)
		return SEAL_BROKEN;
	plain = arena_take(arena, blob.length - SEAL_OVERHEAD + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain, &length, NULL, at + BOX_AT, blob.length - BOX_AT, (const unsigned char *)bound.at,
	    bound.length, at + NONCE_AT, s->ring->keys[s->purpose]) != 0)
		return SEAL_BROKEN;
	*out = (struct str){ (const char *)plain, (size_t)length };
	return OK;
}
