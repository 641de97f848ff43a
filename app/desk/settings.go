package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/mail"
	"slices"
	"strings"
	"time"

	"afterword/app/letter"
	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// Preferences are the user's own values: who they are, and the numbers of the
// schedule.
type Preferences struct {
	Me        data.Me
	DaysOff   []data.Day
	Schedule  data.Settings
	Tone      data.Tone
	Signature string    // the lines below the name; may be ""
	Language  string    // of letters (BCP 47); "" is English
	Saved     time.Time // when a setting of the schedule was last changed
	DayFirst  bool      // 3/4 is the third of April

	NoNotices   bool      // no notification is shown
	HideNames   bool      // notifications name nobody
	PausedUntil time.Time // no notification before; zero for none

	NoInsights bool // the page of the user's own numbers is switched off

	values map[string]string
}

// Value returns a setting of the window, such as its size, as it was stored, or
// "".
func (p Preferences) Value(name string) string {
	var s string
	_ = json.Unmarshal([]byte(p.values[name]), &s) // a value of another shape is no text
	return s
}

// Preferences reads the settings.
func (d *Desk) Preferences(ctx context.Context) (Preferences, error) {
	p := Preferences{Schedule: data.DefaultSettings(), Tone: data.ToneWarm, DayFirst: dayFirst(d.profile.Lang)}
	values, err := d.store.Settings(ctx)
	if err != nil {
		return p, err
	}
	p.values = values
	targets := map[string]any{
		"me.name": &p.Me.Name, "me.signature": &p.Signature, "me.address": &p.Me.Address, "me.alias": &p.Me.Aliases,
		"me.days_off": &p.DaysOff, savedSetting: &p.Saved, "letters.tone": &p.Tone, "letters.language": &p.Language,
		"notify.off": &p.NoNotices, "notify.hide_names": &p.HideNames, "notify.paused_until": &p.PausedUntil,
		"insights.off": &p.NoInsights,
	}
	maps.Copy(targets, numbers(&p.Schedule))
	for name, target := range targets {
		if err := read(values, name, target); err != nil {
			return p, err
		}
	}
	if p.Language == "" {
		p.Language = assets.Spoken() // of the window, until the user chooses
	}
	p.Language = written(p.Language)
	return p, nil
}

func read(values map[string]string, name string, target any) error {
	v, ok := values[name]
	if !ok {
		return nil
	}
	if err := json.Unmarshal([]byte(v), target); err != nil {
		return fmt.Errorf("setting %s: %w", name, err)
	}
	return nil
}

// Set stores a setting given as text: me.name, me.signature, me.address, me.alias (adds one),
// me.days_off (adds dates), letters.tone, letters.language, window.* or any name of
// schedule.md 17. Errors wrap data.ErrInvalid and name what is allowed.
func (d *Desk) Set(ctx context.Context, name, value string) error {
	p, err := d.Preferences(ctx)
	if err != nil {
		return err
	}
	v, err := settingValue(p, name, strings.TrimSpace(value))
	if err != nil {
		return err
	}
	encoded, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("setting %s: %w", name, err)
	}
	return d.write(ctx, "", func(tx *sqlite.Tx) error {
		if err := tx.SetSetting(ctx, name, string(encoded)); err != nil || !dates(name) {
			return err
		}
		saved, err := json.Marshal(d.Now())
		if err != nil {
			return err
		}
		return tx.SetSetting(ctx, savedSetting, string(saved))
	})
}

// ClientIDSetting names the setting that holds the client id for signing in to a
// mailbox by browser (RFC 6749 2.2).
const ClientIDSetting = "mail.client_id"

// savedSetting names the setting that holds when a date could last be moved by a
// setting (schedule.md 16.5).
const savedSetting = "schedule.saved"

// dates reports whether a setting moves dates of the plan.
func dates(name string) bool { return name == "me.days_off" || !strings.Contains(name, ".") }

func settingValue(p Preferences, name, value string) (any, error) {
	switch {
	case slices.Contains([]string{"me.name", "me.signature", ClientIDSetting}, name) || strings.HasPrefix(name, "window."):
		return value, nil
	case name == "me.address":
		return address(value)
	case name == "me.alias":
		a, err := address(value)
		if err != nil || slices.Contains(p.Me.Aliases, a) {
			return p.Me.Aliases, err
		}
		return append(p.Me.Aliases, a), nil
	case name == "me.days_off":
		return days(p.DaysOff, value)
	case name == "notify.off" || name == "notify.hide_names" || name == "insights.off":
		return truth(value)
	case name == "notify.paused_until":
		return instant(value)
	case name == "letters.language":
		if _, known := letter.LanguageFor(value); !known {
			return nil, fmt.Errorf("language %q; letters are written in %s: %w", value, strings.Join(letter.Languages(), ", "), data.ErrInvalid)
		}
		return value, nil
	case name == "letters.tone":
		tone := data.Tone(value)
		if !slices.Contains([]data.Tone{data.ToneWarm, data.ToneFormal, data.ToneBrief, data.TonePlain}, tone) {
			return nil, fmt.Errorf("tone %q; use warm, formal, brief or plain: %w", value, data.ErrInvalid)
		}
		return tone, nil
	}
	s := data.DefaultSettings()
	err := setNumber(&s, name, value)
	return numbers(&s)[name], err
}

// address checks an addr-spec and returns it in lower case; "" stays "".
func address(value string) (string, error) {
	if value == "" {
		return "", nil
	}
	a, err := mail.ParseAddress(value)
	if err != nil {
		return "", invalid(assets.L(`"{{.Value}}" is not a mail address`, assets.Args{"Value": value}))
	}
	return strings.ToLower(a.Address), nil
}

// days adds the dates in value to have; an empty value clears them.
func days(have []data.Day, value string) ([]data.Day, error) {
	if value == "" {
		return nil, nil
	}
	for _, f := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ' ' }) {
		day, err := data.ParseDay(f)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(have, day) {
			have = append(have, day)
		}
	}
	return have, nil
}

// truth reads yes or no.
func truth(value string) (bool, error) {
	switch value {
	case "yes", "true", "on":
		return true, nil
	case "no", "false", "off", "":
		return false, nil
	}
	return false, fmt.Errorf("%q; use yes or no: %w", value, data.ErrInvalid)
}

// instant reads an RFC 3339 instant; "" and no are the zero time.
func instant(value string) (time.Time, error) {
	if value == "" || value == "no" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return t, fmt.Errorf("%q is not an instant such as 2026-11-23T14:00:00Z: %w", value, data.ErrInvalid)
	}
	return t, nil
}

// dayFirst reports whether the language writes the day before the month in
// figures. American English is the exception.
func dayFirst(lang string) bool {
	return !strings.HasPrefix(strings.ReplaceAll(lang, "_", "-"), "en-US")
}
