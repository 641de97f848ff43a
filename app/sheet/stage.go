package sheet

import (
	_ "embed"
	"strings"
	"sync"
)

// A State is how an application stands by the user's own words.
type State string

// The states of a row.
const (
	StateOpen      State = "waiting"
	StateRejected  State = "rejected"
	StateOffer     State = "offer"
	StateAccepted  State = "accepted"
	StateWithdrawn State = "withdrawn"
	StateClosed    State = "closed"
)

//go:embed states.txt
var stateWords string

var states = sync.OnceValue(func() map[string]State { return wordList[State](stateWords) })

// stageOf reads the words of a cell; the longest beginning that is known counts.
func stageOf(cell string) (State, bool) {
	words := strings.Fields(plain(cell))
	for n := min(len(words), 5); n > 0; n-- {
		if s, ok := states()[strings.Join(words[:n], " ")]; ok {
			return s, true
		}
	}
	return "", false
}

// kindOf reads what kind of meeting a cell names; "" for none.
func kindOf(cell string) string {
	words := " " + plain(cell) + " "
	for _, k := range []struct{ kind, words string }{
		{"panel", "panel,group,assessment center,gremium,jury"},
		{"final", "final,last round,letzte runde,finale,dernier,ultima"},
		{"phone", "phone,call,telephone,screen,screening,telefon,telefonat,anruf,telefonico,telefonique,appel,llamada"},
		{"video", "video,zoom,teams,meet,google meet,webex,skype,online,remote,virtual,videocall,visio,videollamada"},
		{"onsite", "onsite,on site,in person,office,face to face,vor ort,persönlich,sur place,en persona,presencial,in presenza"},
	} {
		for w := range strings.SplitSeq(k.words, ",") {
			if strings.Contains(words, " "+plain(w)+" ") {
				return k.kind
			}
		}
	}
	return ""
}

// yes reports whether a cell says that something was done.
func yes(cell string) bool {
	switch plain(cell) {
	case "yes", "y", "x", "true", "1", "done", "sent", "ja", "erledigt", "gesendet", "oui", "si", "ok", "fait":
		return true
	}
	return strings.ContainsAny(cell, "✓✔☑✅")
}

// no reports whether a cell says that something was not done.
func no(cell string) bool {
	switch plain(cell) {
	case "", "no", "n", "false", "0", "not yet", "nein", "non", "nicht", "n a", "none":
		return true
	}
	return false
}
