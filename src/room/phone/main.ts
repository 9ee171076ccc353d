/** The script of a phone's page. */
import type { PhoneMessage, Vote } from "../protocol.ts";
import { Ballot } from "./ballot.ts";
import { Line } from "./line.ts";
import { Screen } from "./screen.ts";

let now: PhoneMessage = { state: "waiting" };
let isConnected = true;
/** Why the last vote was not taken. */
let refused = "";

const ballot: Ballot = new Ballot({
  // What was said of it may come after what is asked next.
  taken: (message, vote) => {
    if (asks(vote)) hear(message);
  },
  refused: (said) => {
    refused = said;
    show();
  },
  changed: show,
});
const screen: Screen = new Screen((vote) => {
  refused = "";
  ballot.give(vote);
});

new Line({
  hear,
  connected: (is) => {
    isConnected = is;
    show();
    if (is) void ballot.send();
  },
});

/** Whether the vote is one on what is asked now. */
const asks = ({ question, vote }: Vote): boolean =>
  now.state === "open" && now.asked.id === question && now.vote === vote;

function hear(message: PhoneMessage): void {
  const isCount = message.state === "counted";
  if (!isCount) refused = "";
  now = isCount && "asked" in now ? { ...now, answered: message.answered, seats: message.seats } : message;
  show();
}

function show(): void {
  screen.show(now, ballot.kept);
  const apart =
    ballot.kept === undefined ? "not connected, trying again" : "not connected, your vote is kept";
  const again = ballot.isSentAgain ? "your vote did not arrive, sending it again" : "";
  screen.tell(isConnected ? refused || again : apart);
}
