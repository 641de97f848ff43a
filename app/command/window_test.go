package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"afterword/app/profile"
)

// opened calls the program as the desktop does, and returns what the window was
// opened with.
func opened(t *testing.T, args ...string) (code int, home string, w Window, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Main(args, strings.NewReader(""), &o, &e, Build{}, func(p *profile.Profile, got Window) error {
		home, w = p.Home, got
		return nil
	})
	if o.Len() > 0 {
		t.Errorf("%v printed %q, want nothing", args, o.String())
	}
	return code, home, w, e.String()
}

func TestWindow(t *testing.T) {
	t.Setenv("DISPLAY", ":99")
	dir := t.TempDir()
	mail := filepath.Join(dir, "an answer.EML")
	if err := os.WriteFile(mail, []byte("Subject: x\n\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.ics"), 0o700); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		args []string
		code int
		want Window
	}{
		{nil, 0, Window{}},
		{[]string{"--demo"}, 0, Window{Demo: true}},
		{[]string{"--background"}, 0, Window{}},
		{[]string{mail}, 0, Window{Files: []string{mail}}},
		{[]string{"file://" + strings.ReplaceAll(mail, " ", "%20")}, 0, Window{Files: []string{mail}}},
		{[]string{dir}, 2, Window{}},
		{[]string{filepath.Join(dir, "none.eml")}, 1, Window{}},
		{[]string{filepath.Join(dir, "folder.ics")}, 1, Window{}},
		{[]string{"list", "--demo"}, 2, Window{}},
		{[]string{"--now", "yesterday"}, 1, Window{}},
	}
	for _, c := range cases {
		home := filepath.Join(dir, "home")
		code, at, got, errs := opened(t, append(c.args, "--home", home)...)
		if code != c.code || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v = %d %+v, want %d %+v", c.args, code, got, c.code, c.want)
		}
		if code == 0 && at != home {
			t.Errorf("%v opened the home %q, want %q", c.args, at, home)
		}
		if code != 0 && errs == "" {
			t.Errorf("%v said nothing, want why not", c.args)
		}
	}
}

func TestNoDisplay(t *testing.T) {
	if !display() && os.Getenv("DISPLAY") != "" {
		t.Skip("this system opens windows without DISPLAY")
	}
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	if display() {
		t.Skip("this system opens windows without DISPLAY")
	}
	code, _, _, errs := opened(t, "--home", t.TempDir())
	if code != 1 || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "afterword help") {
		t.Errorf("without a display = %d %q, want 1 and one line that names afterword help", code, errs)
	}
}

func TestWindowFails(t *testing.T) {
	t.Setenv("DISPLAY", ":99")
	var e bytes.Buffer
	code := Main([]string{"--home", t.TempDir()}, nil, &e, &e, Build{}, func(*profile.Profile, Window) error { return errors.New("no driver") })
	if code != 1 || e.String() != "no driver\n" {
		t.Errorf("a window that fails = %d %q, want 1 and why", code, e.String())
	}
}

func TestVersion(t *testing.T) {
	term := terminal{t, filepath.Join(t.TempDir(), "home")}
	var v map[string]string
	term.ok(&v, "version")
	if v["version"] != "test" || v["commit"] != "none" || !strings.HasPrefix(v["go"], "go1.") || !strings.HasPrefix(v["sqlite"], "3.") {
		t.Errorf("version = %v, want what was built and with what", v)
	}
	code, out, _ := term.call("version")
	for _, word := range []string{"test", "none", "go-imap", v["sqlite"]} {
		if code != 0 || !strings.Contains(out, word) {
			t.Errorf("version = %d %q, want %q in it", code, out, word)
		}
	}
}

func TestHelpAndCompletion(t *testing.T) {
	term := terminal{t, filepath.Join(t.TempDir(), "home")}
	commands := []string{
		"add", "interview", "list", "show", "set", "today", "sent", "skip", "snooze", "said", "withdraw", "undo", "redo", "letter",
		"check", "classify", "mailbox", "sync", "review", "doctor", "plan", "promise", "version",
	}
	_, help, _ := term.call("help")
	for _, name := range commands {
		if !strings.Contains(help, "\n  "+name+" ") {
			t.Errorf("help does not list %s", name)
		}
		if code, out, _ := term.call("help", name); code != 0 || !strings.Contains(out, "Usage:") {
			t.Errorf("help %s = %d %q, want its usage", name, code, out)
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if code, out, _ := term.call("completion", shell); code != 0 || !strings.Contains(out, "afterword") {
			t.Errorf("completion %s = %d, want a script", shell, code)
		}
	}
}

// FuzzHarmless holds that nothing a terminal would obey gets through, and that
// lines and letters do.
func FuzzHarmless(f *testing.F) {
	for _, seed := range []string{"Dana Ruiz", "a\x1b[2Jb", "two\nlines", "\u202egnp.exe", "\u009b31m", "Grüße", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := harmless(text)
		for _, r := range got {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
				t.Errorf("harmless(%q) = %q, want no %U", text, got, r)
			}
		}
		if strings.Count(got, "\n") != strings.Count(text, "\n") {
			t.Errorf("harmless(%q) = %q, want as many lines", text, got)
		}
	})
}

// FuzzFiles holds that an argument is a mail or calendar file that is there, or
// an error.
func FuzzFiles(f *testing.F) {
	for _, seed := range []string{"a.eml", "file:///x.ics", "file://%zz.eml", "", "list", "\x00.eml", "..eml"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		got, err := files([]string{name})
		if err == nil && (len(got) != 1 || !filepath.IsAbs(got[0])) {
			t.Errorf("files(%q) = %q, want one full path", name, got)
		}
	})
}

// FuzzCases holds that a damaged file of cases is an error in words, and an
// answer is JSON.
func FuzzCases(f *testing.F) {
	for _, seed := range []string{`{"examples":[]}`, `{}`, `{"examples":[{"id":"a","input":{}}]}`, `[`, ``} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, command := range []string{"plan", "promise", "check"} {
			var o, e bytes.Buffer
			code := Main([]string{command, "--case", "-"}, strings.NewReader(text), &o, &e, Build{}, nil)
			if code == 0 && !json.Valid(o.Bytes()) || code != 0 && (o.Len() > 0 || e.Len() == 0) {
				t.Errorf("%s of %q = %d, out %q, errs %q", command, text, code, o.String(), e.String())
			}
		}
	})
}
