package letter

// sampleBrief is a brief with a value for each name that a template may use.
func sampleBrief(stage, lang string) Brief {
	if known, _ := LanguageFor(lang); known == German {
		return Brief{
			Stage: stage, Language: German, First: "Dana", Last: "Reyes", Title: "Frau", Role: "Datenanalystin", Company: "Nordwind",
			Me: "Sam Lind", Topic: "die Wochenberichte", Strength: "meine Arbeit an Vertriebsberichten", Day: "am Dienstag",
			Date: "am 17. November", NextStep: "das Gespr\u00e4ch mit Ihrem Team", PromisedDay: "Freitag",
			Deadline: "4. Dezember", News: "Ich habe die Pr\u00fcfung in Statistik bestanden",
		}
	}
	return Brief{
		Stage: stage, First: "Dana", Last: "Reyes", Title: "Ms", Role: "data analyst", Company: "Northwind",
		Me: "Sam Lind", Topic: "weekly reports", Strength: "my work on sales dashboards", Day: "on Tuesday",
		Date: "on 17 November", NextStep: "the talk with your team", PromisedDay: "Friday",
		Deadline: "4 December", News: "I finished the certificate in statistics",
	}
}

// sampleValues are the values of sampleBrief by name.
func sampleValues(lang string) map[string]string {
	b := sampleBrief("thank_you", lang)
	b.Signature = "+1 555 0100"
	return b.values()
}

// set gives the value of a name.
func (b *Brief) set(name, value string) {
	fields := map[string]*string{
		"First": &b.First, "Last": &b.Last, "Title": &b.Title, "Role": &b.Role, "Company": &b.Company, "Me": &b.Me,
		"Topic": &b.Topic, "Strength": &b.Strength, "Day": &b.Day, "Date": &b.Date, "NextStep": &b.NextStep,
		"PromisedDay": &b.PromisedDay, "Deadline": &b.Deadline, "News": &b.News, "Signature": &b.Signature,
	}
	if field, ok := fields[name]; ok {
		*field = value
	}
}
