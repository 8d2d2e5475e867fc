<?php
/* Reads files as Moodle's own importer does and writes what it understood as JSON: php importer.php MOODLE FILE…
   MOODLE is a folder with Moodle's code; what the importer asks of the rest of Moodle stands here, in the least that it
   needs. The kind `ordering` is a part of Moodle since 4.4; earlier it was a plugin, in the same folder. */
define('MOODLE_INTERNAL', true);
foreach (['MOODLE', 'HTML', 'PLAIN', 'WIKI', 'MARKDOWN'] as $number => $name) define("FORMAT_$name", $number);
define('PARAM_TEXT', 'text');
$moodle = $argv[1];
$CFG = (object) ['dirroot' => $moodle, 'libdir' => "$moodle/lib"];
class core_text { static function strlen($text) { return mb_strlen($text); } }
class core_tag_tag { static function is_enabled() { return true; } }
class question_type {}
class question_graded_automatically {}
class question_bank {
    static function get_qtype($name) {
        global $moodle;
        $file = "$moodle/question/type/$name/questiontype.php";
        if (!is_file($file)) return null;
        require_once($file);
        $class = "qtype_$name";
        return new $class();
    }
    static function get_all_qtypes() { return []; }
}
/* Older Moodle gives it a `line` without a type, which an Exception of PHP 8 does not allow. */
class moodle_exception {}
function get_string($key) { return $key; }
function get_config() { return 1; }
function clean_param($text) { return strip_tags($text); }
function shorten_text($text, $most) { return mb_substr($text, 0, $most); }
function question_get_default() { return null; }
function debugging($words) { throw new Exception($words); }
/* Whatever the importer wants to tell a teacher is a fault here. */
class screen { function __call($name, $words) { throw new Exception("$name " . json_encode($words)); } }
$OUTPUT = new screen();
require_once("$moodle/lib/xmlize.php");
require_once("$moodle/question/format.php");
require_once("$moodle/question/format/xml/format.php");
$found = [];
foreach (array_slice($argv, 2) as $file) $found[$file] = (new qformat_xml())->readquestions(file($file));
echo json_encode($found, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
