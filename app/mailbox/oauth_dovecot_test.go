package mailbox

import (
	"errors"
	"strings"
	"testing"

	"afterword/app/mailbox/dovecot"
	"afterword/data"
)

// TestSignInAgainstDovecot follows a permission through its life on a real
// server: given in the browser, tried, kept, expired, renewed, revoked.
func TestSignInAgainstDovecot(t *testing.T) {
	p := startProvider(t)
	s := dovecot.StartTokens(t, dovecot.Tokens{Introspect: p.URL + "/introspect", Mechanisms: "oauthbearer"})
	g, err := p.authority().SignIn(t.Context(), "robin@example.net", p.browse)
	if err != nil {
		t.Fatal(err)
	}
	box := account(s, data.SecurityTLS).Mailbox
	box.ID, box.CA = "box", s.CA
	if _, err := Test(t.Context(), g.Account(box), func(Step) {}); err != nil {
		t.Fatalf("the trial: %v", err)
	}
	secrets, err := OpenSecrets("file", "key", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	k := NewKeys(secrets)
	keep(t, k, g)
	try := func(name string, want error) {
		t.Helper()
		a, err := k.Account(box)
		if err != nil {
			t.Fatal(err)
		}
		var steps []string
		_, err = Test(t.Context(), a, func(st Step) { steps = append(steps, string(st.Name)+" "+string(st.State)) })
		last := map[bool]string{true: "opened ok", false: "signed failed"}[want == nil]
		if !errors.Is(err, want) || steps[len(steps)-1] != last {
			t.Errorf("%s: got %v, %v, want %v, %s last", name, err, steps, want, last)
		}
	}
	try("kept", nil)
	p.expire()
	try("expired", nil)
	wantKept(t, k, "refresh3")
	p.revoke()
	try("revoked", ErrToken)
	f := newFiling()
	a, err := k.Account(box)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := watcherOf(f, a).Sync(t.Context()); !errors.Is(err, ErrToken) || len(f.states) == 0 || f.states[len(f.states)-1] != data.MailboxAuthFailed {
		t.Errorf("watching: got %v, states %v, want %v, %s last", err, f.states, ErrToken, data.MailboxAuthFailed)
	}
	s.OnlyRead(t)
}

// TestMechanismsAgainstDovecot holds each mechanism, with a good token and with
// one that is refused and renewed, against a real server.
func TestMechanismsAgainstDovecot(t *testing.T) {
	for _, mechanism := range []string{"xoauth2", "oauthbearer"} {
		t.Run(mechanism, func(t *testing.T) { tryMechanism(t, mechanism) })
	}
}

func tryMechanism(t *testing.T, mechanism string) {
	p := startProvider(t)
	s := dovecot.StartTokens(t, dovecot.Tokens{Introspect: p.URL + "/introspect", Mechanisms: mechanism})
	p.active["good"] = true
	for _, c := range []struct {
		name, first, second, want string
		err                       error
	}{
		{"good", "good", "", "opened ok", nil},
		{"renewed", "old", "good", "opened ok", nil},
		{"refused twice", "old", "older", "signed failed", ErrToken},
	} {
		renewed := 0
		a := account(s, data.SecuritySTARTTLS)
		a.Bearer = twoTokens{c.first, c.second, nil, &renewed}
		last := ""
		_, err := Test(t.Context(), a, func(st Step) { last = string(st.Name) + " " + string(st.State) })
		if !errors.Is(err, c.err) || last != c.want {
			t.Errorf("%s: got %v, %s, want %v, %s", c.name, err, last, c.err, c.want)
		}
		if err != nil && strings.Contains(Explain(err), "password") {
			t.Errorf("%s: explained as %q, want no word of a password", c.name, Explain(err))
		}
	}
	p.Close()
	renewed := 0
	a := account(s, data.SecurityTLS)
	a.Bearer = twoTokens{"good", "good", nil, &renewed}
	if _, err := Test(t.Context(), a, func(Step) {}); err == nil || errors.Is(err, ErrPassword) || renewed != 0 {
		t.Errorf("checks that do not work: got %v after %d renewals, want trouble that goes away", err, renewed)
	}
}
