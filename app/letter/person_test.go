package letter

import (
	"testing"

	"afterword/data"
)

func TestNameOf(t *testing.T) {
	cases := []struct {
		full, preferred, honorific string
		want                       Name
	}{
		{"Dana Ruiz", "", "", Name{"", "Dana", "Ruiz"}},
		{"Dana Ruiz", "Dee", "Ms", Name{"Ms", "Dee", "Ruiz"}},
		{"Anna van der Berg", "", "", Name{"", "Anna", "van der Berg"}},
		{"Anna Maria Van Dyke", "", "", Name{"", "Anna", "Van Dyke"}},
		{"Luis de la Cruz", "", "", Name{"", "Luis", "de la Cruz"}},
		{"Pat O'Neil", "", "", Name{"", "Pat", "O'Neil"}},
		{"Jean-Luc Martin-Blanc", "", "", Name{"", "Jean-Luc", "Martin-Blanc"}},
		{"Sukarno", "", "", Name{"", "Sukarno", ""}},
		{"Dr. Dana Ruiz", "", "", Name{"Dr.", "Dana", "Ruiz"}},
		{"Prof. Dr. Eva M\u00fcller", "", "", Name{"Prof. Dr.", "Eva", "M\u00fcller"}},
		{"Frau Dr. Eva M\u00fcller", "", "", Name{"Frau Dr.", "Eva", "M\u00fcller"}},
		{"Frau Weber", "", "", Name{"Frau", "", "Weber"}},
		{"Ms Ruiz", "", "", Name{"Ms", "", "Ruiz"}},
		{"van den Berg", "", "Dr", Name{"Dr", "", "van den Berg"}},
		{"Weber", "Eva", "Frau", Name{"Frau", "Eva", "Weber"}},
		{"Dana Ruiz, PhD", "", "", Name{"", "Dana", "Ruiz"}},
		{"Ruiz, Dana", "", "", Name{"", "Dana", "Ruiz"}},
		{"YAMADA Taro", "", "", Name{"", "Taro", "Yamada"}},
		{"Taro YAMADA", "", "", Name{"", "Taro", "Yamada"}},
		{"\u5c71\u7530 \u592a\u90ce", "", "", Name{"", "\u592a\u90ce", "\u5c71\u7530"}},
		{"\u5c71\u7530\u592a\u90ce", "", "", Name{"", "\u5c71\u7530\u592a\u90ce", ""}},
		{"\uae40\ubbfc\uc218", "", "", Name{"", "\ubbfc\uc218", "\uae40"}},
		{"\u041e\u043b\u044c\u0433\u0430 \u041f\u0435\u0442\u0440\u043e\u0432\u0430", "", "", Name{"", "\u041e\u043b\u044c\u0433\u0430", "\u041f\u0435\u0442\u0440\u043e\u0432\u0430"}},
		{"J. R. Hartley", "", "", Name{"", "J.", "Hartley"}},
		{"AJ Smith", "", "", Name{"", "AJ", "Smith"}},
		{"Ben Bar", "", "", Name{"", "Ben", "Bar"}},
		{"", "", "", Name{}},
		{"  ", "Dana", "", Name{"", "Dana", ""}},
	}
	for _, c := range cases {
		if got := NameOf(c.full, c.preferred, c.honorific); got != c.want {
			t.Errorf("NameOf(%q, %q, %q) = %+v, want %+v", c.full, c.preferred, c.honorific, got, c.want)
		}
	}
}

func TestSalutations(t *testing.T) {
	cases := []struct {
		lang string
		tone data.Tone
		name Name
		want string
	}{
		{"en", data.ToneWarm, Name{"Dr.", "Anna", "van der Berg"}, "Hi Anna"},
		{"en", data.ToneFormal, Name{"Dr.", "Anna", "van der Berg"}, "Dear Dr. van der Berg"},
		{"en", data.ToneFormal, Name{"", "Anna", "van der Berg"}, "Dear Anna van der Berg"},
		{"en", data.ToneFormal, Name{"Frau Dr.", "Eva", "M\u00fcller"}, "Dear Dr. M\u00fcller"},
		{"en", data.ToneFormal, Name{"Herr", "Jan", "M\u00fcller"}, "Dear Mr M\u00fcller"},
		{"en", data.ToneFormal, Name{"", "Sukarno", ""}, "Dear Sukarno"},
		{"en", data.ToneFormal, Name{"", "\u592a\u90ce", "\u5c71\u7530"}, "Dear \u5c71\u7530\u592a\u90ce"},
		{"en", data.ToneFormal, Name{"Prof Dr", "Eva", "M\u00fcller"}, "Dear Prof M\u00fcller"},
		{"de", data.ToneFormal, Name{"Frau Dr.", "Eva", "M\u00fcller"}, "Sehr geehrte Frau Dr. M\u00fcller"},
		{"de", data.ToneFormal, Name{"Mr", "Jan", "van der Berg"}, "Sehr geehrter Herr van der Berg"},
		{"de", data.ToneFormal, Name{"Dr.", "Dana", "Ruiz"}, "Guten Tag Dr. Dana Ruiz"},
		{"de", data.ToneWarm, Name{"", "Dana", "Ruiz"}, "Guten Tag Dana Ruiz"},
		{"de", data.ToneWarm, Name{"Frau", "Dana", "Ruiz"}, "Guten Tag Frau Ruiz"},
		{"de", data.ToneBrief, Name{"Prof. Dr.", "Dana", ""}, "Guten Tag Prof. Dr. Dana"},
		{"en", data.ToneWarm, Name{}, ""},
	}
	for _, c := range cases {
		_, _, got := salutations(c.lang, c.tone, c.name.Title, c.name.First, c.name.Last)
		if got != c.want {
			t.Errorf("%s %s %+v: got %q, want %q", c.lang, c.tone, c.name, got, c.want)
		}
	}
}
