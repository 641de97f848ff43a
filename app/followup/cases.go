package followup

import (
	"encoding/json"
	"fmt"
	"time"

	"afterword/data"
)

// A planFile is a file of plan cases, shaped like examples/schedule.json.
type planFile struct {
	Examples []planCase `json:"examples"`
}

type planCase struct {
	ID       string          `json:"id"`
	Input    caseInput       `json:"input"`
	Settings json.RawMessage `json:"settings"`
}

type caseInput struct {
	UserZone     string      `json:"user_tz"`
	EmployerZone string      `json:"employer_tz"`
	Holidays     []string    `json:"holidays"`
	PromisedBy   string      `json:"promised_by"`
	Policy       string      `json:"contact_policy"`
	Rounds       []caseRound `json:"rounds"`
	Events       []caseEvent `json:"events"`
	Now          string      `json:"now"`
}

type caseRound struct {
	ID           string   `json:"id"`
	Start        string   `json:"start"`
	End          string   `json:"end"`
	Date         string   `json:"date"`
	Kind         string   `json:"kind"`
	Interviewers []string `json:"interviewers"`
}

type caseEvent struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	At        string    `json:"at"`
	Item      string    `json:"item"`
	Until     string    `json:"until"`
	Target    string    `json:"target"`
	By        string    `json:"by"`
	Class     string    `json:"class"`
	Return    string    `json:"return"`
	Inclusive bool      `json:"inclusive"`
	Deadline  string    `json:"deadline"`
	Round     caseTaken `json:"round"`
	Start     string    `json:"start"`
	End       string    `json:"end"`
	Date      string    `json:"date"`
}

// A caseTaken is the round of an event: an id, or in an invite a whole round.
type caseTaken struct {
	id    string
	round *caseRound
}

// UnmarshalJSON reads a text as an id and an object as a round.
func (t *caseTaken) UnmarshalJSON(b []byte) error {
	if b[0] == '"' {
		return json.Unmarshal(b, &t.id)
	}
	return json.Unmarshal(b, &t.round)
}

// A caseAnswer is the plan of one case.
type caseAnswer struct {
	Items map[data.ItemKey]itemAnswer `json:"items"`
	Badge data.Badge                  `json:"badge"`
	Flags []data.Flag                 `json:"flags"`
}

// An itemAnswer is one item; nil times and reasons are null.
type itemAnswer struct {
	State       data.State `json:"state"`
	Opens       *string    `json:"opens"`
	Due         *string    `json:"due"`
	OverdueFrom *string    `json:"overdue_from"`
	NotifyAt    *string    `json:"notify_at"`
	Reason      *string    `json:"reason"`
	Flag        string     `json:"flag,omitempty"`
	Reminders   *[]string  `json:"reminders,omitempty"`
}

// PlanCases answers a JSON file of plan cases, shaped like
// examples/schedule.json, with the JSON document of contract.md: the plan of
// each case by its id, times in RFC 3339 with the employer's offset. A case that
// cannot be read is an error that wraps ErrInvalid and names the case and field.
func PlanCases(file []byte) ([]byte, error) {
	var f planFile
	if err := json.Unmarshal(file, &f); err != nil {
		return nil, fmt.Errorf("read plan cases: %w: %w", err, data.ErrInvalid)
	}
	answers := struct {
		Cases map[string]caseAnswer `json:"cases"`
	}{make(map[string]caseAnswer, len(f.Examples))}
	r := reader{zones: map[string]*time.Location{}}
	for i := range f.Examples {
		c := &f.Examples[i]
		in, s, err := r.input(c)
		if err != nil {
			return nil, fmt.Errorf("case %s: %w", c.ID, err)
		}
		answers.Cases[c.ID] = answer(Plan(in, s))
	}
	return json.Marshal(answers)
}

func answer(p data.Plan) caseAnswer {
	a := caseAnswer{
		Items: make(map[data.ItemKey]itemAnswer, len(p.Items)),
		Badge: p.Badge, Flags: append([]data.Flag{}, p.Flags...),
	}
	for _, it := range p.Items {
		v := itemAnswer{
			State: it.State, Opens: instant(it.Opens), Due: instant(it.Due),
			OverdueFrom: instant(it.OverdueFrom), NotifyAt: instant(it.NotifyAt),
		}
		if it.Reason != "" {
			reason := string(it.Reason)
			v.Reason = &reason
		}
		if it.Failed {
			v.Flag = "address_failed"
		}
		if it.Key == keyDecision {
			times := make([]string, 0, len(it.Reminders))
			for _, t := range it.Reminders {
				times = append(times, t.Format(time.RFC3339Nano))
			}
			v.Reminders = &times
		}
		a.Items[it.Key] = v
	}
	return a
}

// instant returns t in RFC 3339, or nil for none.
func instant(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	text := t.Format(time.RFC3339Nano)
	return &text
}
