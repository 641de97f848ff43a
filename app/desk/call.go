package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"afterword/data"
)

// LogCall files a call or a message that no plan knows of, for the timeline and
// as a contact with the people there; it moves nothing. How is one of
// data.CallKinds, at an instant that is not ahead (zero: now).
func (d *Desk) LogCall(ctx context.Context, application data.ID, how string, at time.Time, text string) (data.ID, error) {
	if !slices.Contains(data.CallKinds(), how) {
		return "", fmt.Errorf("kind of call %q: %w", how, data.ErrInvalid)
	}
	if at.After(d.Now()) {
		return "", fmt.Errorf("a call at %s lies ahead: %w", at.Format(time.RFC3339), data.ErrInvalid)
	}
	return d.file(ctx, data.Event{Application: application, Type: data.EventCall, At: at, Name: how, Value: text})
}
