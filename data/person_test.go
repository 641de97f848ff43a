package data

import "testing"

func TestFirst(t *testing.T) {
	for _, c := range []struct {
		person Person
		want   string
	}{
		{Person{Name: "Dana Ruiz"}, "Dana"},
		{Person{Name: "Dana Ruiz", Preferred: "Dee"}, "Dee"},
		{Person{Name: "Dana Ruiz", Honorific: "Dr"}, "Dana"},
		{Person{Name: "Smith", Honorific: "Mr"}, "Mr Smith"},
		{Person{Name: "Frau Weber"}, "Frau Weber"},
		{Person{Name: "Dr. Anna van den Berg"}, "Dr. Anna van den Berg"},
		{Person{Name: "Sukarno"}, "Sukarno"},
		{Person{}, ""},
	} {
		if got := c.person.First(); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.person, got, c.want)
		}
	}
}
