# aiosmtpd with one fault, on a free port of loopback that it prints. Usage: aiosmtpd_moody.py MOOD
#   retry     451 to the first recipient of each name, then it takes them      login     535 to whoever signs in, 530 to whoever does not
#   nobody    550 to the recipient      spam     554 to the message             cut       hangs up behind the first message
#   slow      a second before each answer to RCPT                               stuck     no answer to the message
# What it took is printed, a line each: "took RECIPIENT BYTES".
import asyncio
import logging
import sys

from aiosmtpd.smtp import SMTP, AuthResult

mood = sys.argv[1]
logging.getLogger("mail.log").setLevel(logging.ERROR)


class Handler:
    def __init__(self):
        self.seen = set()
        self.cuts = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if mood == "nobody":
            return "550 5.1.1 nobody of that name"
        if mood == "retry" and address not in self.seen:
            self.seen.add(address)
            return "451 4.7.1 come again"
        if mood == "slow":
            await asyncio.sleep(1)
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server, session, envelope):
        if mood == "spam":
            return "554 5.7.1 we do not take this"
        if mood == "stuck":
            await asyncio.sleep(3600)
        if mood == "cut" and self.cuts < 1:
            self.cuts += 1
            server.transport.abort()
            return "250 2.0.0 never heard"
        print("took", envelope.rcpt_tos[0], len(envelope.content), flush=True)
        return "250 2.0.0 taken"


def judge(server, session, envelope, mechanism, given):
    return AuthResult(success=False, handled=False)


async def main():
    handler = Handler()
    wants_login = mood == "login"

    def new():
        return SMTP(handler, auth_required=wants_login, auth_require_tls=False, authenticator=judge if wants_login else None)

    server = await asyncio.get_running_loop().create_server(new, "127.0.0.1", 0)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
