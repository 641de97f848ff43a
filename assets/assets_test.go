package assets

import "testing"

func TestWords(t *testing.T) {
	SetLanguage("en")
	cases := []struct{ got, want string }{
		{L("Nothing to do today."), "Nothing to do today."},
		{L("Thank {{.Name}}", Args{"Name": "Dana <Ruiz> & co"}), "Thank Dana <Ruiz> & co"},
		{N("{{.N}} small thing today", "{{.N}} small things today", 1), "one small thing today"},
		{N("{{.N}} small thing today", "{{.N}} small things today", 3), "three small things today"},
		{N("{{.N}} mail", "{{.N}} mails", 12), "12 mails"},
		{C("Open", "filter"), "Open"},
		{L("{{.A}} and {{.B", Args{"A": "1"}), "1 and {{.B"},
		{L("{{.A}} and {{.B}}", Args{"B": "2"}), "{{.A}} and 2"},
		{L("They said {{.When}}.", Args{"When": "{{.Name}}"}), "They said {{.Name}}."},
		{L("Added {{.Company}}.", Args{"Company": "Acme Inc."}), "Added Acme Inc."},
		{L("Added {{.Company}}: {{.ID}}", Args{"Company": "Acme Inc.", "ID": "7"}), "Added Acme Inc.: 7"},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestUnknownLanguageIsEnglish(t *testing.T) {
	t.Cleanup(func() { SetLanguage("en") })
	if got := SetLanguage("tlh"); got != "en" {
		t.Errorf("SetLanguage(tlh) = %s, want en", got)
	}
	if got := L("Waiting"); got != "Waiting" {
		t.Errorf("L(Waiting) = %q, want Waiting", got)
	}
}

// TestOtherLanguages: dates, hours, counts and countries are said as people write
// them in each language.
func TestOtherLanguages(t *testing.T) {
	t.Cleanup(func() { SetLanguage("en") })
	type pair struct{ got, want string }
	for tag, cases := range map[string]func(day Args, date string) []pair{
		"de-AT": func(day Args, date string) []pair {
			return []pair{
				{date, "Di., 1. Dez."},
				{L("{{.Day}} {{.Month}}", day), "1. Dezember"},
				{L("{{.Weekday}} {{.Day}} {{.Month}}", day), "Dienstag, 1. Dezember"},
				{L("Their date: {{.To}}.", Args{"To": date}), "Die Frist dort: Di., 1. Dez."},
				{N("{{.N}} minute ago", "{{.N}} minutes ago", 1), "vor einer Minute"},
				{N("{{.N}} minute ago", "{{.N}} minutes ago", 3), "vor drei Minuten"},
				{N("{{.N}} working day", "{{.N}} working days", 1), "1 Arbeitstag"},
				{Country("DE"), "Deutschland"},
				{L("Open"), "Öffnen"},
				{C("Open", "filter"), "Offen"},
			}
		},
		"es-MX": func(day Args, date string) []pair {
			return []pair{
				{date, "mar 1 dic"},
				{L("{{.Day}} {{.Month}}", day), "1 de diciembre"},
				{L("{{.Weekday}} {{.Day}} {{.Month}}", day), "martes 1 de diciembre"},
				{L("Their date: {{.To}}.", Args{"To": date}), "Su fecha: mar 1 dic."},
				{N("{{.N}} minute ago", "{{.N}} minutes ago", 1), "hace un minuto"},
				{N("{{.N}} minute ago", "{{.N}} minutes ago", 3), "hace tres minutos"},
				{N("{{.N}} minute ago", "{{.N}} minutes ago", 1000000), "hace 1000000 minutos"},
				{N("{{.N}} working day", "{{.N}} working days", 1), "1 día hábil"},
				{Country("DE"), "Alemania"},
				{L("Open"), "Abrir"},
				{C("Open", "filter"), "Abiertas"},
			}
		},
		"fr-BE": func(day Args, date string) []pair {
			return []pair{
				{date, "mar. 1 déc."},
				{L("{{.Weekday}} {{.Day}} {{.Month}}", day), "mardi 1 décembre"},
				{L("Their date: {{.To}}.", Args{"To": date}), "Leur date : mar. 1 déc."},
				{N("{{.N}} minute ago", "{{.N}} minutes ago", 1), "il y a une minute"},
				{N("{{.N}} minute ago", "{{.N}} minutes ago", 3), "il y a trois minutes"},
				{N("{{.N}} word", "{{.N}} words", 0), "zéro mot"},
				{N("The file adds one application.", "The file adds {{.N}} applications.", 0), "Le fichier ajoute zéro candidatures."},
				{N("{{.N}} mail", "{{.N}} mails", 1000000), "1000000 mails"},
				{DayOfMonth(1) + ", " + DayOfMonth(2), "1er, 2"},
				{Decimal(1.5), "1,5"},
				{Country("DE"), "Allemagne"},
				{L("Open"), "Ouvrir"},
				{C("Open", "filter"), "Actives"},
			}
		},
	} {
		if got := SetLanguage(tag); got != tag[:2] || Spoken() != tag[:2] {
			t.Errorf("SetLanguage(%s) = %s, want %s", tag, got, tag[:2])
		}
		day := Args{"Wd": L("Tue"), "Weekday": L("Tuesday"), "Day": "1", "Mon": L("Dec"), "Month": L("December"), "Year": "2026"}
		for _, c := range cases(day, L("{{.Wd}} {{.Day}} {{.Mon}}", day)) {
			if c.got != c.want {
				t.Errorf("%s: got %q, want %q", tag, c.got, c.want)
			}
		}
	}
}

func BenchmarkL(b *testing.B) {
	for b.Loop() {
		L("Check in on {{.Date}}", Args{"Date": "1 December"})
	}
}

func TestProviders(t *testing.T) {
	if got := len(providers().domains); got < 300 {
		t.Errorf("%d mail domains in the table", got)
	}
	for host, p := range providers().exchangers {
		if p.Name == "" {
			t.Errorf("the exchangers %s belong to nobody", host)
		}
	}
	for address, want := range map[string]bool{"robin@gmail.com": true, "Robin@GMX.de": true, "dana@acme.example": false, "": false} {
		if p, ok := ProviderOf(address); ok != want || ok && p.IMAP.Host == "" {
			t.Errorf("ProviderOf(%q) = %+v, %v, want %v", address, p, ok, want)
		}
	}
}

func TestProviderOfMX(t *testing.T) {
	for host, want := range map[string]string{
		"aspmx.l.google.com.": "googlemail.com", "ALT1.ASPMX.L.Google.com": "googlemail.com", "acme-example.mail.protection.outlook.com.": "office365.com",
		"in1-smtp.messagingengine.com.": "messagingengine.com", "mx.acme.example.": "", "notgoogle.com.": "", "google.com.evil.example.": "", ".": "", "": "",
	} {
		if p, ok := ProviderOfMX(host); p.ID != want || ok != (want != "") {
			t.Errorf("ProviderOfMX(%q) = %q, %v, want %q", host, p.ID, ok, want)
		}
	}
}

func TestUserOf(t *testing.T) {
	for address, want := range map[string]string{"robin@web.de": "robin", "robin@gmail.com": "robin@gmail.com", "robin": "robin"} {
		p, _ := ProviderOf(address)
		if got := p.UserOf(address); got != want {
			t.Errorf("UserOf(%q) = %q, want %q", address, got, want)
		}
	}
}
