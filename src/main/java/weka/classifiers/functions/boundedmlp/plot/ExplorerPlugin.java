package weka.classifiers.functions.boundedmlp.plot;

/** What Weka asks every plugin of its result list: the versions of Weka that it is made for. */
abstract class ExplorerPlugin {

    /** {@return the oldest version} */
    public String getMinVersion() {
        return "3.8.6";
    }

    /** {@return the version that is too new} */
    public String getMaxVersion() {
        return "4.0.0";
    }

    /** {@return the version that it was written for} */
    public String getDesignVersion() {
        return "3.8.7";
    }
}
