package sqlite

import (
	"maps"
	"reflect"
	"testing"

	"afterword/data"
)

func TestLetter(t *testing.T) {
	s := openTest(t, "")
	app := addCase(t, s, "Acme", "", "Dana").Application.ID
	want := data.Letter{
		Application: app, Item: "check_in:1", To: "Dana <dana@acme.example>", Subject: "Hello", Body: "Dear Dana,\n",
		Tone: data.ToneBrief, InReplyTo: "a", MessageID: "b", Kept: []string{"t1"}, Edited: true, Short: true, BaseSubject: "Hi", BaseBody: "Dear Dana,", Opened: noon, Saved: noon,
	}
	for _, body := range []string{"first", "second"} {
		want.Body = body
		write(t, s, func(tx *Tx) error { return tx.SaveLetter(t.Context(), want) })
		if got := must(s.Letter(t.Context(), app, want.Item)); !reflect.DeepEqual(got, want) {
			t.Errorf("Letter =\n%+v, want\n%+v", got, want)
		}
	}
	write(t, s, func(tx *Tx) error {
		return tx.SaveLetter(t.Context(), data.Letter{Application: app, Item: "stay_in_touch"})
	})
	if got := must(s.Letters(t.Context(), app)); len(got) != 2 || !reflect.DeepEqual(got[0], want) {
		t.Errorf("Letters = %+v, want two", got)
	}
}

func TestSettings(t *testing.T) {
	s := openTest(t, "")
	for _, value := range []string{`1`, `{"name":"Ada"}`} {
		write(t, s, func(tx *Tx) error { return tx.SetSetting(t.Context(), "me", value) })
	}
	if got, want := must(s.Settings(t.Context())), map[string]string{"me": `{"name":"Ada"}`}; !maps.Equal(got, want) {
		t.Errorf("Settings = %v, want %v", got, want)
	}
	if err := s.Write(t.Context(), func(tx *Tx) error { return tx.SetSetting(t.Context(), "me", "Ada") }); err == nil {
		t.Error("SetSetting of what is not JSON succeeded, want an error")
	}
}
