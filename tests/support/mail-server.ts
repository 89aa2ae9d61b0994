import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** `disconnect-after-message` closes the connection after the whole message without a response, so that the outcome is unknown. */
export type MailServerBehaviour =
  | "ok"
  | "refuse"
  | "busy"
  | "reject-connection"
  | "reject-password"
  | "disconnect-at-recipient"
  | "disconnect-after-message";

/** Starts an unencrypted SMTP server and sets the environment to it. Import code that sends mail only after this call. */
export async function startMailServer() {
  const state = {
    behaviour: "ok" as MailServerBehaviour,
    received: [] as { to: string[]; mail: ParsedMail }[],
    stop: () => new Promise<void>((done) => server.close(done)),
  };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    allowInsecureAuth: true,
    onConnect: (_session, done) =>
      done(state.behaviour === "reject-connection" ? refusal(554, "No service") : null),
    onAuth: ({ username }, _session, done) =>
      state.behaviour === "reject-password"
        ? done(refusal(535, "Not accepted"))
        : done(null, { user: username }),
    onRcptTo: (_address, _session, done) => {
      if (state.behaviour === "disconnect-at-recipient") return disconnect(server);
      if (state.behaviour === "refuse") return done(refusal(550, "No such user"));
      return done(state.behaviour === "busy" ? refusal(451, "Try later") : null);
    },
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        state.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
        if (state.behaviour === "disconnect-after-message") disconnect(server);
        else done();
      }, done);
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;
  process.env.SMTP_URL = `smtp://magasin:mot-de-passe@127.0.0.1:${port}`;
  return state;
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

function disconnect(server: SMTPServer): void {
  const { connections } = server as unknown as {
    connections: Set<{ _socket: { destroy(): void } }>;
  };
  for (const { _socket } of connections) _socket.destroy();
}
