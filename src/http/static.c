/* Answers from the embedded files. */
#include "http/static.h"

#include "http/asset.h"
#include "http/compress.h"

#define PREFIX S("/static/")

bool
static_is_path(struct str path)
{
	return str_starts(path, PREFIX) || str_equal(path, S("/favicon.ico"));
}

static const struct asset *
asset_of(struct str name)
{
	for (size_t i = 0; i < assets_count; i++)
		if (str_equal(assets[i].path, name))
			return &assets[i];
	return NULL;
}

static struct str
bytes_for(const struct request *request, const struct asset *asset, struct reply *reply)
{
	if (asset->brotli.length > 0 && compress_is_taken(request, S("br"))) {
		reply_header(reply, S("Content-Encoding"), S("br"));
		return asset->brotli;
	}
	if (asset->gzip.length > 0 && compress_is_taken(request, S("gzip"))) {
		reply_header(reply, S("Content-Encoding"), S("gzip"));
		return asset->gzip;
	}
	return asset->bytes;
}

enum outcome
static_show(const struct request *request, struct reply *reply)
{
	const struct asset *asset = asset_of(str_skip(request->path, PREFIX.length));

	if (asset == NULL)
		return NOT_FOUND;
	reply->is_public_file = true;
	reply_header(reply, S("Content-Type"), asset->type);
	reply_header(reply, S("Vary"), S("Accept-Encoding"));
	reply->static_bytes = bytes_for(request, asset, reply);
	return OK;
}
